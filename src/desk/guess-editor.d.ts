/** What `launch-editor` starts, which it does not describe: the editor that is running, or is named. */
declare module "launch-editor/guess.js" {
  /** A command and its arguments. */
  const guessEditor: () => readonly (string | null)[];
  export default guessEditor;
}
