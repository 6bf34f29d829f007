/** The folder of the built site that holds the search index. */
export const searchFolder = "pagefind";

/** The file in it that lists words, for those who mistype one. */
export const wordListFile = "words.txt";
