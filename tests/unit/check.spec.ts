import { contentFolder, siteFolder } from "../../src/environment.ts";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "@playwright/test";
import { addressesOf } from "../../src/check/links/link-targets.ts";
import { annotation } from "../../src/check/report/annotations.ts";
import { readContent } from "../../src/parse/content.ts";
import { checkContent } from "../../src/check/index.ts";
import { readingEase, syllables } from "../../src/check/prose/reading-ease.ts";

const root = join(import.meta.dirname, "../..");
/* A centre without a fault that no edit of content/ changes. */
const sound = join(root, "tests/fixtures/sound");
const broken = join(root, "tests/fixtures/broken");

/**
 * What the check says of each faulty folder in `tests/fixtures/broken`, file by file; before what is
 * no error stands what it is.
 */
const faults: Record<string, readonly string[]> = {
  "accent-in-words": [
    'site.yaml:10:3 – "light" cannot be "green": a colour is written as # and six digits from 0 to f, in quotes; write a line such as: light: "#0a5a4c"',
  ],
  "accent-without-contrast": [
    "site.yaml:10:3 – the accent #7ed3bd has a contrast of 1.55:1 on the light ground, and text needs 4.5:1; write a darker colour",
    "site.yaml:11:3 – the accent #0a5a4c has a contrast of 2.07:1 on the dark ground, and text needs 4.5:1; write a lighter colour",
  ],
  "address-taken-on-the-page-of-questions": [
    'faq/other-question.mdx:17:1 – <Contacts only="privacy" /> stands on one page with the question "contact-privacy" (content/faq/contact-privacy.mdx, line 1), and "#contact-privacy" could lead to either; give the question another name',
    'faq/third-question.mdx:5:12 – "old-question" under "formerly" stands on one page with the heading "Old question" (content/faq/other-question.mdx, line 13), and "#old-question" could lead to either; give the heading other words',
    'faq/topic-requests.mdx:1:1 – the question "topic-requests" stands on one page with the topic "requests" (content/facts/topics.yaml, line 1), and "#topic-requests" could lead to either; give the question another name',
    'faq/topic-requests.mdx:9:1 – the heading "In short" stands on one page with the heading "In short" (content/faq/other-question.mdx, line 9), and "#in-short" could lead to either; give the heading other words',
  ],
  "address-taken-on-the-request-page": [
    'pages/request.mdx:12:1 – the heading "What next?" stands on one page with <RequestTemplate /> (line 10), and "#what-next" could lead to either; give the heading other words',
    'pages/request.mdx:16:1 – the heading "Access" stands on one page with <RequestTemplate /> (line 10), and "#access" could lead to either; give the heading other words',
  ],
  "address-typed": [
    'warning: pages/a-page.mdx:10:10 – privacy@acme.org is typed by hand and would not change with the contact; write <Contact id="privacy" />',
    'warning: pages/a-page.mdx:10:31 – DPO@acme.org is typed by hand and would not change with the contact; write <Contact id="dpo" />',
    'warning: pages/a-page.mdx:10:88 – sales@acme.org is typed by hand; list it in content/facts/contacts.yaml, and write <Contact id="…" /> here',
  ],
  "address-with-a-path": [
    "site.yaml:7:3 – the centre has an address to itself, without a path behind it; write it as in: url: https://privacy.acme.org",
  ],
  "answer-missing": [
    "faq/one-question.mdx:7:4 – this question has no answer; write it below the second ---",
  ],
  "answers-in-a-circle": [
    "faq/one-question.mdx:9:1 – content/faq/other-question.mdx shows this answer too, so that neither would end; delete one of the two",
    "faq/other-question.mdx:9:1 – content/faq/one-question.mdx shows this answer too, so that neither would end; delete one of the two",
    "faq/third-question.mdx:9:1 – an answer cannot show itself; delete this line",
  ],
  "asterisk-within-a-number": [
    'pages/a-page.mdx:10:14 – "10" is shown in italics, without the asterisks; write × for times, or \\*10\\* to show the asterisks',
    'pages/a-page.mdx:10:32 – "3" is shown in bold, without the asterisks; write × for times, or \\*\\*3\\*\\* to show the asterisks',
  ],
  "bad-address": [
    'facts/contacts.yaml:3:3 – "email" cannot be "privacy at acme.org": an e-mail address has one @ and no spaces; write a line such as: email: privacy@acme.org',
  ],
  "bad-id": [
    'facts/providers.yaml:1:3 – "id" cannot be "Amazon Web Services": an id has small letters, digits and single hyphens only; write a line such as: id: data-protection',
  ],
  "block-within-sentence": [
    "pages/a-page.mdx:10:16 – <Rights> cannot stand within a sentence; put it in a line of its own, with an empty line before and after it",
    "pages/a-page.mdx:12:12 – <Handlers> cannot stand within a sentence; put it in a line of its own, with an empty line before and after it",
    "pages/a-page.mdx:14:10 – <Laws> cannot stand within a sentence; put it in a line of its own, with an empty line before and after it",
  ],
  "bold-not-read": [
    "pages/a-page.mdx:10:9 – these asterisks are shown as they are typed; put two directly before and two directly after what is bold, as in **words**",
  ],
  "colon-without-quotes": [
    'pages/a-page.mdx:2:8 – a text with a colon and a space in it cannot be read; put the text in "quotes"',
  ],
  "columns-too-few": [
    'pages/a-page.mdx:10:11 – this table has 2 columns; write a name for each, as in: columns="Topic, Address"',
    'pages/a-page.mdx:12:17 – this table has 3 columns; write a name for each, as in: columns="Category, What is collected, Purpose"',
  ],
  "component-refers-to-nothing": [
    'pages/a-page.mdx:10:19 – there is no "privcy" in content/facts/contacts.yaml; did you mean "privacy"?',
    'pages/a-page.mdx:12:11 – there is no "abuse" in content/facts/contacts.yaml; write one of: privacy',
  ],
  "ambiguous-date": [
    'pages/a-page.mdx:6:1 – "lastReviewed" cannot be "03/04/2026": some read it as 2026-04-03 and some as 2026-03-04; write a line such as: lastReviewed: "2026-03-31"',
  ],
  "date-in-words": [
    'pages/a-page.mdx:6:1 – "lastReviewed" cannot be "31 March 2026": a date is written year-month-day, in quotes; write a line such as: lastReviewed: "2026-03-31"',
  ],
  "disordered-retention": [
    'facts/retention.yaml:9:7 – "deleted" after 7 days stands below "closed" after 90; count all days from the one event, and put the steps in their order',
  ],
  "empty-field": [
    'facts/providers.yaml:2:3 – "name" is empty; write a line such as: name: Amazon Web Services (AWS)',
  ],
  "fact-cut-by-a-hash": [
    'facts/providers.yaml:2:9 – what follows "#" is not read, so that only "Provider" is left; put all of it in quotes, as in "Provider # of the first rank", or a remark into a line of its own',
    'facts/providers.yaml:3:7 – what follows "#" is not read, so that only "two" is left; put all of it in quotes, as in "two # a remark", or a remark into a line of its own',
    'facts/providers.yaml:6:3 – "name" is empty; write a line such as: name: Amazon Web Services (AWS)',
    'facts/providers.yaml:6:9 – what follows "#" is not read, so that nothing is left; put all of it in quotes, as in "#1 provider", or a remark into a line of its own',
  ],
  "facts-that-list-nothing": [
    "pages/a-page.mdx:10:1 – <Retention> has nothing to show, since content/facts/retention.yaml lists nothing; list something there, or delete this line",
    "pages/a-page.mdx:12:1 – <RetentionTimeline> has nothing to show, since content/facts/retention.yaml lists nothing; list something there, or delete this line",
    "pages/request.mdx:10:1 – <RequestTemplate> has nothing to show, since content/facts/countries.yaml lists nothing; list something there",
  ],
  "file-name-that-is-no-id": [
    'pages/A page (new).mdx:1:1 – the file\'s name is the id of the page and has small letters, digits and single hyphens only; rename it, such as "a-page-new.mdx"',
  ],
  footnote: [
    "pages/a-page.mdx:10:15 – footnotes cannot be written here; write the remark into the text",
    "pages/a-page.mdx:10:37 – [^2] is shown as it is typed, since footnotes cannot be written here; write the remark into the text",
    "pages/a-page.mdx:12:1 – footnotes cannot be written here; write the remark into the text",
  ],
  "former-address-in-use": [
    'pages/a-page.mdx:6:12 – the site itself uses the address "/search/", so that it cannot lead on to this page; delete "search" from "formerly"',
    'pages/a-page.mdx:6:20 – the site itself uses the address "/draft/", so that it cannot lead on to this page; delete "draft" from "formerly"',
    'pages/a-page.mdx:6:27 – "data" is the id of another page, content/pages/data.mdx; delete it from "formerly", or give that page another name',
    'pages/a-page.mdx:6:33 – the site itself uses the address "/pagefind/", so that it cannot lead on to this page; delete "pagefind" from "formerly"',
  ],
  "former-id-in-use": [
    'faq/other-question.mdx:5:12 – "one-question" is the id of another question, content/faq/one-question.mdx; delete it from "formerly", or give that question another name',
  ],
  "heading-made-by-a-line-below": [
    "pages/a-page.mdx:10:1 – the line of hyphens below makes this a heading; put an empty line between the two, or write ## We keep little.",
  ],
  "heading-of-a-wrong-rank-in-an-answer": [
    "faq/one-question.mdx:9:1 – ## is the rank of a question or of what stands above it; write #### In short",
  ],
  "heading-of-the-first-rank": [
    "pages/a-page.mdx:10:1 – # is the rank of the page's own title; write ## Your rights",
  ],
  "heading-rank-left-out": [
    "pages/a-page.mdx:10:1 – a rank is left out between the page's title and this heading; write ## Your rights",
    "pages/a-page.mdx:18:1 – a rank is left out between ## above and this heading; write ### Towards whom",
  ],
  "heading-twice": [
    'warning: pages/a-page.mdx:14:1 – the heading "Your rights" stands in line 10 too; give one of the two other words, so that a link can lead to each',
  ],
  "heading-with-a-no-break-space": [
    "pages/a-page.mdx:10:1 – this is not read as a heading, since a space of another kind follows ##; write ## Your rights",
    "pages/a-page.mdx:14:1 – this is not read as a heading, since no space follows ##; write ## Our duties",
  ],
  "heading-without-an-address": [
    'pages/a-page.mdx:10:1 – the heading "???" has no letter or digit, so that no link can lead to it; write words',
    "pages/a-page.mdx:14:1 – <Contact> would be missing where this heading is listed; write a heading of words alone",
    'pages/a-page.mdx:18:3 – the heading "In a quotation" stands within a list, a quotation or a component; scaffold its line with the #, and put an empty line before and after it',
  ],
  "hidden-characters": [
    'pages/a-page.mdx:10:8 – there is a character without width (U+200B) in "keep"; delete the word and type it anew',
    'pages/a-page.mdx:10:17 – there is a hyphen that shows only at the end of a line (U+00AD) in "data"; delete the word and type it anew',
    'pages/a-page.mdx:10:21 – there is a mark that turns the direction of text (U+202E) in "elas"; delete the word and type it anew',
    'pages/a-page.mdx:10:26 – there is a mark that turns the direction of text (U+202C) in "elas"; delete the word and type it anew',
    'pages/a-page.mdx:10:31 – there is a line break of another kind (U+2028) in "fordays"; delete the word and type it anew',
    "pages/a-page.mdx:10:38 – there is a character that was lost in copying (U+FFFD) here; delete what stands on both sides of it and type it anew",
    "pages/a-page.mdx:10:44 – there is a character that was lost in copying (U+F0B7) here; delete what stands on both sides of it and type it anew",
  ],
  "hidden-characters-in-facts": [
    'facts/providers.yaml:2:16 – there is a character without width (U+200B) in "Amazon"; delete the word and type it anew',
  ],
  "ids-that-differ-in-capitals-only": [
    'faq/One-Question.mdx:1:1 – the file\'s name is the id of the question and has small letters, digits and single hyphens only; rename it, such as "one-question.mdx"',
    'faq/other-question.mdx:5:12 – "one-question" is the id of another question, content/faq/One-Question.mdx; delete it from "formerly", or give that question another name',
  ],
  "impossible-date": [
    'pages/a-page.mdx:6:1 – "lastReviewed" cannot be "2026-02-31": there is no such day; write a line such as: lastReviewed: "2026-03-31"',
  ],
  "key-written-twice": [
    'facts/providers.yaml:3:3 – "name" is written twice here; delete one of the two lines',
  ],
  "law-that-is-not-there": [
    'facts/countries.yaml:3:13 – there is no "gpdr" in content/facts/regimes.yaml; did you mean "gdpr"?',
  ],
  "left-over": [
    'pages/a-page.mdx:2:17 – "[Company]" was left over; write what belongs there, or delete it',
    'pages/a-page.mdx:10:1 – "TODO" was left over; write what belongs there, or delete it',
    'pages/a-page.mdx:12:15 – "TBC" was left over; write what belongs there, or delete it',
    'pages/a-page.mdx:12:20 – "Lorem ipsum" was left over; write what belongs there, or delete it',
    'pages/a-page.mdx:12:39 – "[Company]" was left over; write what belongs there, or delete it',
    'pages/a-page.mdx:12:55 – "[Your Data]" was left over; write what belongs there, or delete it',
    'pages/a-page.mdx:12:71 – "[...]" was left over; write what belongs there, or delete it',
    'pages/a-page.mdx:12:87 – "[ ]" was left over; write what belongs there, or delete it',
    'pages/a-page.mdx:14:10 – "[email protected]" is what a copied web page shows in place of an address; write the address itself',
    'pages/a-page.mdx:14:39 – "terms.example.com" is an address for examples only; write the real one',
    "pages/a-page.mdx:16:1 – a box to tick cannot be shown; scaffold the line with a hyphen only",
  ],
  "left-over-in-facts": [
    'facts/providers.yaml:2:9 – "TBD" was left over; write what belongs there, or delete it',
    'facts/providers.yaml:4:25 – "example.org" is an address for examples only; write the real one',
    'facts/providers.yaml:6:14 – "centre.example" is an address for examples only; write the real one, or `confirmed: false` while it is not known',
    'site.yaml:7:16 – "privacy.acme.example" is an address for examples only; write the real one, or `confirmed: false` while it is not known',
  ],
  "link-by-itself": [
    "pages/a-page.mdx:10:5 – www.acme.org/terms becomes a link by itself, and one that is not encrypted; write [words](https://www.acme.org/terms), with words that say where it leads",
    "pages/a-page.mdx:10:27 – https://www.acme.org/terms/ becomes a link by itself; write [words](https://www.acme.org/terms/), with words that say where it leads",
  ],
  "link-not-encrypted": [
    'pages/a-page.mdx:10:6 – "http://www.acme.org/terms/" is not encrypted; write https://www.acme.org/terms/',
    'pages/a-page.mdx:10:50 – a link cannot scaffold with "tel:"; write an address that begins with https:// or with /',
  ],
  "link-not-read": [
    'pages/a-page.mdx:10:5 – "[the data] (/data/)" is not read as a link; write nothing between the brackets: [the data](…)',
    'pages/a-page.mdx:10:26 – "[your rights](/rights/ page)" is not read as a link; write an address without spaces',
    "pages/a-page.mdx:10:56 – [the terms][terms] is shown as it is typed; write the address in round brackets: [the terms](…)",
    'pages/a-page.mdx:16:10 – "[the data] (/data/)" is not read as a link; write nothing between the brackets: [the data](…)',
  ],
  "link-relative": [
    'pages/a-page.mdx:10:10 – "./contacts.mdx" leads nowhere once it is published; write /contacts/',
    'pages/a-page.mdx:10:42 – "data" leads nowhere once it is published; write /data/',
    'pages/a-page.mdx:10:60 – "../faq/who-owns-data.md#x" leads nowhere once it is published; write /faq/#who-owns-data',
    'pages/a-page.mdx:10:101 – "request.mdx#before-you-send-it" leads nowhere once it is published; write /request/#before-you-send-it',
    'pages/a-page.mdx:10:147 – "www.acme.org/terms" is read as a page of this site; write https://www.acme.org/terms',
  ],
  "link-to-nothing": [
    'pages/a-page.mdx:11:12 – there is no page at "/hostng/"; did you mean "/hosting/"?',
    'pages/a-page.mdx:11:33 – there is no page at "/data"; did you mean "/data/"?',
    'pages/a-page.mdx:11:48 – nothing on the page "/rights/" is called "#right-acces"; did you mean "#right-access"?',
    'pages/a-page.mdx:11:80 – nothing on the page "/a-page/" is called "#our-duties"; leave out what begins with #',
    'pages/a-page.mdx:11:100 – nothing on the page "/faq/" is called "#who-owns-dat"; did you mean "#who-owns-data"?',
    'pages/a-page.mdx:11:136 – there is no page at "/privacy-shield/"; did you mean "/statements/privacy-shield/"?',
    "pages/a-page.mdx:11:170 – this link leads nowhere; write an address in its round brackets",
    'pages/a-page.mdx:11:192 – nothing on the page "/faq/" is called "#contact-dpo"; did you mean "#contact-abuse"?',
    'pages/a-page.mdx:17:5 – there is no page at "/hostng/"; did you mean "/hosting/"?',
    'pages/a-page.mdx:17:82 – "https://" is no address; write one as it stands in the address bar of a browser',
    'pages/a-page.mdx:17:107 – "//www.acme.org" has no beginning; write https://www.acme.org',
  ],
  "link-to-part-of-a-moved-page": [
    'pages/a-page.mdx:11:6 – "/old-page/" leads on to "/a-page/", and what begins with # is lost there; write /a-page/#our-duties',
  ],
  "link-within-a-link": [
    "pages/a-page.mdx:10:25 – a link cannot stand within another; take one of the two out",
    "pages/a-page.mdx:10:68 – a link cannot stand within another; take one of the two out",
  ],
  "link-without-words": [
    'warning: pages/a-page.mdx:10:19 – "click here" does not say where the link leads; write in the square brackets what is to be found there',
    'warning: pages/a-page.mdx:10:65 – "read more…" does not say where the link leads; write in the square brackets what is to be found there',
    "warning: pages/a-page.mdx:10:107 – this link has no words; write in the square brackets where it leads",
    "warning: pages/a-page.mdx:10:136 – the words of this link are a web address; write in the square brackets where it leads",
    'warning: pages/a-page.mdx:12:1 – "Here" does not say where the link leads; write in the square brackets what is to be found there',
  ],
  "list-not-read": [
    'pages/a-page.mdx:11:1 – this line begins with "•", and 2 below it likewise; scaffold each with a hyphen and a space, after an empty line',
    'pages/a-page.mdx:15:1 – this line begins with "·"; scaffold it with a hyphen and a space, after an empty line',
    'pages/a-page.mdx:17:1 – this line begins with "▪", and 1 below it likewise; scaffold each with a hyphen and a space, after an empty line',
    'pages/a-page.mdx:20:1 – this line begins with "–", and 1 below it likewise; scaffold each with a hyphen and a space, after an empty line',
    'pages/a-page.mdx:24:1 – this line begins with "(a)", and 2 below it likewise; scaffold each with 1. and a space, or with "- (a)" to keep such marks, after an empty line',
    'pages/a-page.mdx:28:3 – this line begins with "i)", and 1 below it likewise; scaffold each with 1. and a space, or with "- i)" to keep such marks, after an empty line',
    'pages/a-page.mdx:31:1 – this line begins with "a.", and 1 below it likewise; scaffold each with 1. and a space, or with "- a." to keep such marks, after an empty line',
  ],
  "list-renumbered": [
    "pages/a-page.mdx:12:1 – the numbers 3, 5 and 7 of this list are shown as 3, 4 and 5; number it so, or write 5\\. with a backslash, in a paragraph of its own, to keep a number",
  ],
  "long-sentence": [
    "note: pages/a-page.mdx:8:7 – this sentence has 44 words, and beyond 40 few readers follow; write two sentences, or a list",
    "note: pages/a-page.mdx:11:15 – this sentence has 44 words, and beyond 40 few readers follow; write two sentences, or a list",
    "note: pages/a-page.mdx:13:3 – this sentence has 43 words, and beyond 40 few readers follow; write two sentences, or a list",
  ],
  "mark-without-quotes": [
    'facts/providers.yaml:2:9 – a text that begins with * cannot be read; put the text in "quotes"',
    'facts/providers.yaml:5:9 – a text that begins with @ cannot be read; put the text in "quotes"',
    'facts/providers.yaml:11:13 – a text that begins with & cannot be read; put the text in "quotes"',
  ],
  "marks-in-facts": [
    "warning: facts/providers.yaml:2:13 – **first** is shown as it is typed, since marks are read only below the second --- of a page or answer; write the words alone",
    "warning: facts/providers.yaml:4:13 – [the second](https://www.acme.org/) is shown as it is typed, since marks are read only below the second --- of a page or answer; write the words alone",
    'warning: facts/providers.yaml:6:9 – <Policy id="terms" /> is shown as it is typed, since marks are read only below the second --- of a page or answer; write the words alone',
    "warning: facts/providers.yaml:6:31 – &amp; is shown as it is typed, since marks are read only below the second --- of a page or answer; write the words alone",
  ],
  "mdx-address-in-angle-brackets": [
    "pages/a-page.mdx:10:10 – <privacy@acme.org> is read as a component; write the address without angle brackets",
  ],
  "mdx-braces": [
    "pages/a-page.mdx:10:6 – {Name} is read as program code; write it without braces",
    "pages/a-page.mdx:10:28 – a brace begins program code; leave braces out",
    "pages/a-page.mdx:10:44 – a brace begins program code; leave braces out",
    "pages/a-page.mdx:12:1 – a brace begins program code; leave braces out",
  ],
  "mdx-comment": [
    "pages/a-page.mdx:10:1 – comments cannot be written here; delete it",
    "pages/a-page.mdx:12:5 – comments cannot be written here; delete it",
  ],
  "mdx-component-not-closed": [
    "pages/a-page.mdx:10:10 – <Policy> is not closed; end it with </Policy> in the same paragraph, or write it as <Policy … />",
    "pages/a-page.mdx:12:1 – </Contact> closes what was never opened; delete it, or open it before",
    "pages/a-page.mdx:14:1 – <Policy> is not closed; end it with </Policy> in the same paragraph, or write it as <Policy … />",
    "pages/a-page.mdx:14:66 – </Contact> closes nothing, and <Policy> before it is still open; write </Policy>",
  ],
  "mdx-curly-quotes": [
    'pages/a-page.mdx:10:10 – a component has curly quotes in it; write straight ones, as in id="terms"',
  ],
  "curly-quotes": [
    'facts/contacts.yaml:3:3 – "email" stands in curly quotes, which are read as letters; write straight ones or none, as in: email: privacy@acme.org',
    'pages/a-page.mdx:6:1 – "lastReviewed" stands in curly quotes, which are read as letters; write straight ones or none, as in: lastReviewed: "2026-11-22"',
  ],
  "mdx-html": [
    "pages/a-page.mdx:10:9 – <br> is HTML, which is not read here; write an empty line, which begins a new paragraph",
    "pages/a-page.mdx:10:17 – <b> is HTML, which is not read here; write **words**",
    "pages/a-page.mdx:12:1 – <div> is not known here; leave the angle brackets out, or write a component that content/README.md lists",
  ],
  "mdx-import": [
    'pages/a-page.mdx:10:1 – a paragraph that begins with "import" is read as program code; scaffold it with another word',
    'pages/a-page.mdx:12:1 – a paragraph that begins with "export" is read as program code; scaffold it with another word',
  ],
  "mdx-less-than-a-figure": [
    'pages/a-page.mdx:10:38 – what follows "<" cannot be read as a component; write "less than"',
  ],
  "mdx-web-address-in-angle-brackets": [
    "pages/a-page.mdx:10:6 – <https://www.acme.org/terms/> is read as a component; write [words](https://www.acme.org/terms/)",
  ],
  "mdx-words-in-angle-brackets": [
    "pages/a-page.mdx:10:10 – <company name> is read as a component; leave the angle brackets out",
    "pages/a-page.mdx:12:25 – <company> is not known here; leave the angle brackets out, or write a component that content/README.md lists",
  ],
  "missing-field": [
    'facts/contacts.yaml:1:3 – "email" is missing; add a line such as: email: privacy@acme.org',
  ],
  "missing-prop": [
    'pages/a-page.mdx:10:10 – "id" of <Contact> is missing; add it as in: id="data-protection"',
    'pages/a-page.mdx:10:37 – "id" has no text; write it as in: id="…"',
  ],
  "misspelt-key": ['facts/contacts.yaml:3:3 – "emial" is not known here; did you mean "email"?'],
  "no-front-matter": [
    "pages/a-page.mdx:1:1 – the file does not scaffold with its fields between two lines of three hyphens; scaffold it as the other files in this folder scaffold",
  ],
  "not-a-list": [
    "facts/providers.yaml:1:1 – the file cannot be a group of fields: it must be a list; write entries that scaffold with a hyphen and have id and name",
  ],
  "not-utf-8": [
    "facts/providers.yaml:1:1 – this file is not plain text; save it again with the encoding UTF-8",
  ],
  "order-in-words": [
    'pages/a-page.mdx:5:1 – "order" cannot be "first": a whole number, without quotes, dots or commas; write a line such as: order: 3',
  ],
  "review-to-come": [
    "warning: pages/a-page.mdx:6:1 – this was last reviewed on 3 April 2999, which is still to come; write the day on which you read it through",
  ],
  "overdue-review": [
    "warning: pages/a-page.mdx:6:1 – this was last reviewed on 31 January 2001, and a review is due every 120 months; read it through and write the day on which you did",
  ],
  "page-at-an-address-in-use": [
    "pages/pagefind.mdx:1:1 – the site itself uses the address that this name gives the page; give the file another name",
    "pages/search.mdx:1:1 – the site itself uses the address that this name gives the page; give the file another name",
    "pages/this-site.mdx:1:1 – the site itself uses the address that this name gives the page; give the file another name",
  ],
  "page-without-text": [
    "pages/a-page.mdx:8:4 – this page has no text; write it below the second ---",
  ],
  picture: ["pages/a-page.mdx:10:1 – a picture cannot be put into the text; leave it out"],
  "policy-typed": [
    'warning: pages/a-page.mdx:10:10 – https://acme.org/terms is typed by hand and would not change with the document; write <Policy id="terms">…</Policy>',
    'warning: pages/a-page.mdx:10:45 – https://www.acme.org/spam/ is typed by hand and would not change with the document; write <Policy id="spam" />',
  ],
  "prop-in-braces": [
    'pages/a-page.mdx:10:11 – "only" has braces, which scaffold program code; write it in quotes: only="…"',
    "pages/a-page.mdx:12:11 – a brace begins program code; leave braces out",
    'pages/a-page.mdx:14:26 – "only" is written twice; delete one of the two',
  ],
  "question-asked-twice": [
    "faq/third-question.mdx:2:1 – this question is asked in content/faq/one-question.mdx already; delete one of the two, or word it differently",
  ],
  "quotation-mark-missing": [
    "pages/a-page.mdx:2:8 – this text begins with a quotation mark and does not end with one; add it at the end",
  ],
  "record-shown-twice": [
    'faq/other-question.mdx:11:1 – <Contacts only="privacy, security" /> stands on one page with <Contacts only="privacy" /> (content/faq/one-question.mdx, line 11), and "#contact-privacy" could lead to either; delete one of the two',
    'pages/a-page.mdx:12:1 – <Answer to="one-question" /> stands on one page with <Contacts /> (line 10), and "#contact-privacy" could lead to either; delete one of the two',
    'pages/a-page.mdx:16:1 – <Contacts only="privacy" /> stands on one page with <Contacts /> (line 10), and "#contact-privacy" could lead to either; delete one of the two',
    'pages/a-page.mdx:18:1 – <Rights /> stands on one page with <Rights /> (line 14), and "#right-access" could lead to either; delete one of the two',
    'pages/a-page.mdx:20:1 – <Answer to="one-question" /> stands on one page with <Contacts /> (line 10), and "#contact-privacy" could lead to either; delete one of the two',
  ],
  "reference-beside-other-faults": [
    'facts/contacts.yaml:1:3 – "email" is missing; add a line such as: email: privacy@acme.org',
    'facts/policies.yaml:2:10 – a text with a colon and a space in it cannot be read; put the text in "quotes"',
    'pages/a-page.mdx:10:47 – there is no "privcy" in content/facts/contacts.yaml; did you mean "privacy"?',
  ],
  "reference-to-what-was-renamed": [
    'pages/a-page.mdx:11:9 – there is no "old-question" in content/faq; it is now called "one-question"; write that',
    'statements/one-statement.mdx:6:1 – there is no "old-page" in content/pages; it is now called "a-page"; write that',
  ],
  "reference-to-nothing": [
    'facts/frameworks.yaml:4:3 – there is no "term" in content/facts/policies.yaml; did you mean "terms"?',
    'templates/privacy-request.yaml:1:1 – there is no "privcy" in content/facts/contacts.yaml; did you mean "privacy"?',
  ],
  "request-page-without-its-template": [
    "pages/request.mdx:10:1 – this page cannot do without <RequestTemplate>; write <RequestTemplate /> in a line of its own",
  ],
  "request-template-on-another-page": [
    'pages/a-page.mdx:10:1 – <RequestTemplate> stands on the page "/request/" only; write a link: [words](/request/)',
  ],
  "request-template-without-deadlines": [
    "pages/request.mdx:12:1 – <RequestTemplate> takes words from <Deadlines>, which is not on this page; write <Deadlines /> in a line of its own below it",
  ],
  "retention-that-contradicts-its-words": [
    "facts/retention.yaml:3:3 – the words say 90 and 97 days, and the steps below 90 and 98; correct whichever is wrong",
    "warning: facts/retention.yaml:12:3 – the words say 14 and 168 to 186 days, and the steps below only 183; add the step that is missing, or take the period out of the words",
    "facts/retention.yaml:19:3 – the words say 168 to 186 days, and the steps below 200; correct whichever is wrong",
    "facts/retention.yaml:26:3 – the words say 30 days, and the steps below 31; correct whichever is wrong",
  ],
  "section-without-text": [
    'pages/a-page.mdx:12:1 – nothing stands below the heading "Access"; write what belongs there, or delete the heading',
    'pages/a-page.mdx:14:1 – nothing stands below the heading "Our duties"; write what belongs there, or delete the heading',
  ],
  "security-contact-that-is-not-there": [
    'site.yaml:15:3 – there is no "securty" in content/facts/contacts.yaml; did you mean "security"?',
    'site.yaml:16:3 – there is no "bug-bounties" in content/facts/policies.yaml; did you mean "bug-bounty"?',
  ],
  "struck-through": [
    'pages/a-page.mdx:10:18 – "5" is shown struck through; write "about", or \\~5\\~ to show the marks',
  ],
  "subject-of-two-lines": [
    "templates/privacy-request.yaml:2:1 – a subject is one line; write all of it behind the colon",
  ],
  tab: ["facts/providers.yaml:2:2 – this line begins with a tab; scaffold it with spaces"],
  "tab-above-sound-lines": [
    "facts/contacts.yaml:3:2 – this line begins with a tab; scaffold it with spaces",
    'facts/policies.yaml:3:3 – "title" is written twice here; delete one of the two lines',
    "facts/policies.yaml:7:17 – this cannot be read; check the quotation marks, the colon and the indentation of this line and of the lines beside it",
  ],
  "table-not-read": [
    "pages/a-page.mdx:11:1 – this is not read as a table; write as many groups of hyphens as the line above has cells, as in |---|---|",
  ],
  "table-with-a-cell-too-few": [
    "warning: pages/a-page.mdx:12:1 – this row has 1 cell and the table 2 columns, so that the rest stays empty; write a cell for each column",
  ],
  "table-with-a-cell-too-many": [
    "pages/a-page.mdx:12:18 – this row has 3 cells and the table 2 columns, so that what follows is dropped; add a column to the heading, or write \\| for a stroke within a cell",
  ],
  "table-with-aligned-columns": [
    "pages/a-page.mdx:11:1 – a column cannot be aligned; write this line without colons, as in |---|---|",
  ],
  "template-too-long-for-a-link": [
    "templates/privacy-request.yaml:3:1 – with a long name and the longest country and request type, a mail link of this text would have more than 1900 characters, and mail programs cut it; write a shorter text",
  ],
  "text-within-a-component": [
    'pages/a-page.mdx:10:10 – <Contact> shows words of its own, and "our office" within it is dropped; write <Contact id="privacy" />',
    'pages/a-page.mdx:12:1 – <Rights> shows words of its own, and "These are your rights." within it is dropped; write <Rights />',
    "pages/a-page.mdx:16:1 – <Pledge> has nothing within it; write <Pledge>…</Pledge>",
  ],
  "title-cut-by-a-hash": [
    'pages/a-page.mdx:2:8 – what follows "#" is not read, so that only "Section" is left; put all of it in quotes, as in "Section #1 rules", or a remark into a line of its own',
  ],
  "topic-without-questions": [
    'warning: facts/topics.yaml:27:3 – no question has the topic "miscellany", so that it is not shown; write topic: miscellany in a question, or delete the topic',
  ],
  "two-questions-with-one-id": [
    'faq/other-question.mdx:5:12 – "old-question" is listed under "formerly" in content/faq/one-question.mdx too; delete it from one of the two',
  ],
  "two-records-with-one-id": [
    'facts/providers.yaml:4:3 – the id "aws" is taken by the record in line 1; give one of the two another id',
  ],
  "unconfirmed-without-question": [
    "facts/contacts.yaml:4:3 – an unconfirmed fact says what has to be settled: add a line `question:` beside `confirmed: false`",
  ],
  "unexpected-file": [
    "facts/contact.yaml:1:1 – the site does not read this file; move it out of the content folder",
    "faq/~$draft.docx:1:1 – the site does not read this file; move it out of the content folder",
    'faq/breaches.mdx.txt:1:1 – the site does not read this file; give it a name that ends in .mdx, such as "breaches.mdx", or move it elsewhere',
    "faq/notes.docx:1:1 – the site does not read this file; move it out of the content folder",
    'faq/Notes.MD:1:1 – the site does not read this file; give it a name that ends in .mdx, such as "Notes.mdx", or move it elsewhere',
    "faq/notes.mdx.bak:1:1 – the site does not read this file; move it out of the content folder",
    "pictures:1:1 – the site does not read this folder; move it out of the content folder",
  ],
  "yes-or-no-in-words": [
    'facts/contacts.yaml:4:3 – "confirmed" cannot be "no": true or false, without quotes; write confirmed: false',
    'facts/contacts.yaml:9:3 – "confirmed" cannot be "Yes": true or false, without quotes; write confirmed: true',
    'facts/contacts.yaml:13:3 – "confirmed" cannot be "perhaps": true or false, without quotes; write a line such as: confirmed: false',
  ],
  "unknown-blank": [
    "templates/privacy-request.yaml:3:1 – the blanks are {name}, {request}, {country}, {address}, {detail}; write one of these",
  ],
  "unknown-component": [
    "pages/a-page.mdx:10:1 – <Retentoin> is not known here; did you mean <Retention>?",
    "pages/a-page.mdx:12:1 – <Newsletter> is not known here; leave the angle brackets out, or write a component that content/README.md lists",
  ],
  "unknown-key": [
    'facts/providers.yaml:3:3 – "headquarters" is not known here; leave it out, or write one of: id, name, confirmed, question',
  ],
  "unquoted-date": [
    'pages/a-page.mdx:6:15 – 2026-03-31 is a date without quotes; put it in quotes: "2026-03-31"',
  ],
  "way-in-by-itself": [
    "pages/a-page.mdx:10:1 – <WayIn> stands within <WaysIn> only; write <WaysIn> in the line before it and </WaysIn> in the line after it",
    "pages/a-page.mdx:13:3 – <WaysIn> holds nothing but <WayIn>; write this before or after it",
    "pages/a-page.mdx:14:3 – <WayIn> cannot stand within a sentence; put it in a line of its own, with an empty line before and after it",
    "pages/a-page.mdx:21:3 – <WaysIn> holds nothing but <WayIn>; write this before or after it",
  ],
  "wrong-kind": [
    'facts/regions.yaml:2:3 – "name" is not read as text; put it in quotes: name: "44"',
    'facts/regions.yaml:5:7 – "latitude" cannot be "north": it must be a number, without quotes; write a line such as: latitude: 53.4',
    'facts/regions.yaml:6:7 – "longitude" cannot be 200: it must be 180 or less; write a line such as: longitude: -8.2',
  ],
  "wrong-prop": [
    'pages/a-page.mdx:10:10 – "id" of <Contact> is missing; add it as in: id="data-protection"',
    'pages/a-page.mdx:10:19 – "name" of <Contact> is not known here; leave it out, or write one of: id',
    'pages/a-page.mdx:12:10 – "topic" of <Contact> is not known here; leave it out, or write one of: id',
    'pages/a-page.mdx:12:26 – "id" of <Contact> cannot be "Privacy": an id has small letters, digits and single hyphens only; write it as in: id="data-protection"',
    'pages/a-page.mdx:14:9 – "id" of <Rights> is not known here; leave it out',
  ],
};

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "content-"));
  await cp(sound, folder, { recursive: true });
});

test.afterEach(() => rm(folder, { recursive: true }));

/** Lays the files of a fixture over the sound centre. */
const spoil = async (fault: string): Promise<string[]> => {
  const source = join(broken, fault);
  await cp(source, folder, { recursive: true });
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath, entry.name)));
};

const found = async (): Promise<{ file: string; line: string }[]> =>
  (await checkContent(folder)).map(({ file, line, column, message, severity }) => ({
    file: relative(folder, file),
    line: `${severity === "error" ? "" : `${severity}: `}${relative(folder, file)}:${String(line)}:${String(column)} – ${message}`,
  }));

/** The sentences on a fault where the folder of the content is called this; the guide stays where it is. */
const sentencesOn = (fault: string, name = contentFolder): string[] =>
  (faults[fault] ?? []).map((one) =>
    one.replaceAll(/(?<= |\()content\/(?!README\.md)/g, `${name}/`),
  );

for (const fault of Object.keys(faults))
  test(`the check finds the fault "${fault}"`, async () => {
    const files = await spoil(fault);
    const issues = await found();
    const concerned = issues.filter(({ file }) => files.some((path) => path.startsWith(file)));
    expect(concerned.map(({ line }) => line)).toEqual(sentencesOn(fault));
  });

test("every faulty folder is tried", async () => {
  expect(Object.keys(faults).sort()).toEqual((await readdir(broken)).sort());
});

test("the centre that faults are laid over has none of its own", async () => {
  expect((await found()).filter(({ line }) => !line.startsWith("note: "))).toEqual([]);
});

test("the content itself has no error", async () => {
  const issues = await checkContent(contentFolder);
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a file that is missing is named, and so is the one that took its place", async () => {
  await rename(join(folder, "facts/rights.yaml"), join(folder, "facts/right.yaml"));
  expect((await found()).map(({ line }) => line)).toEqual([
    'facts/right.yaml:1:1 – the site does not read this file; did you mean "rights.yaml"?',
    "facts/rights.yaml:1:1 – this file is missing, and the site needs it; put it back, or give it its old name again",
  ]);
});

test("a missing file of facts does not make every reference to it wrong", async () => {
  await rm(join(folder, "facts/contacts.yaml"));
  expect((await found()).map(({ file }) => file)).toEqual(["facts/contacts.yaml"]);
});

test("a content folder that is empty or not there is a fault", async () => {
  await rm(folder, { recursive: true });
  expect((await found()).map(({ line }) => line)).toEqual([
    ":1:1 – there is no such folder; name in CONTENT_DIR the folder that holds the content",
  ]);
  await cp(join(broken, "tab"), folder, { recursive: true });
  expect((await found()).map(({ file }) => file)).toContain("site.yaml");
});

test("a former id that no other question has is no fault", async () => {
  await spoil("two-questions-with-one-id");
  await rm(join(folder, "faq/one-question.mdx"));
  expect((await found()).filter(({ file }) => file === "faq/other-question.mdx")).toEqual([]);
});

test("a link to nothing like a page of the centre is told what pages there are", async () => {
  await spoil("link-by-itself");
  const page = join(folder, "pages/a-page.mdx");
  await writeFile(page, `${await readFile(page, "utf8")}\nRead [the rules](/qqqqqqqqqq/).\n`);
  expect((await found()).map(({ line }) => line)).toContainEqual(
    expect.stringMatching(
      /^pages\/a-page\.mdx:12:6 – there is no page at "\/qqqqqqqqqq\/"; write one of: .*\/faq\/, /,
    ),
  );
});

test("the check knows every fragment of the site that content can link to, and no other", async () => {
  const content = await readContent(contentFolder);
  const addresses = addressesOf(content);
  const known = (path: string) => addresses.get(path)?.map(({ id }) => id) ?? [];
  for (const path of addresses.keys()) {
    /* A page of the site's own, to which no content can bring an id. */
    if (path === "/this-site/") continue;
    const html = await readFile(join(siteFolder, path, "index.html"), "utf8");
    /* A former address has nothing of its own, and leads on. */
    if (html.includes('http-equiv="refresh"')) continue;
    const ids = [...html.matchAll(/ id="?([^"\s>]+)/g)].map(([, id = ""]) => id);
    /* What begins with a capital belongs to the page itself, and no content can have its id. */
    expect(ids.filter((id) => !/(?:^|_)[A-Z]/.test(id)).sort(), path).toEqual(
      known(path).toSorted(),
    );
  }
  const { facts, prose } = content;
  for (const { id } of prose.faq) expect(known("/faq/")).toContain(id);
  for (const { id } of facts.rights) expect(known("/request/")).toContain(id);
  expect(known("/everything/")).toContainEqual(expect.stringMatching(/^[a-z-]+_contact-/));
});

test("sentences are found easy or hard to read", async () => {
  await spoil("page-without-text");
  const page = join(folder, "pages/a-page.mdx");
  const front = await readFile(page, "utf8");
  const easeOf = async (text: string) => {
    await writeFile(page, `${front}\n${text}\n`);
    return readingEase(await readContent(folder)).find(({ file }) => file === "pages/a-page.mdx");
  };
  const easy = await easeOf("The cat sat on the mat. ".repeat(4));
  expect(easy).toMatchObject({ words: 24, sentences: 4 });
  expect(easy?.ease).toBeCloseTo(116.1, 1);
  const hard = await easeOf(`${"Organizational authorization ".repeat(10)}.`);
  expect(hard?.ease).toBeLessThan(0);
  expect(await easeOf("The cat sat on the mat.")).toBeUndefined();
});

for (const [word, count] of Object.entries({
  the: 1,
  made: 1,
  table: 2,
  deleted: 3,
  closed: 1,
  data: 2,
  policies: 3,
  request: 2,
  GDPR: 4,
  "2026": 1,
}))
  test(`"${word}" has ${String(count)} syllables`, () => {
    expect(syllables(word)).toBe(count);
  });

test("everything that is wrong is said in one run, in the order of the files", async () => {
  const spoilt = ["tab", "bad-address", "mdx-html", "two-questions-with-one-id"];
  for (const fault of spoilt) await spoil(fault);
  const lines = (await found()).map(({ line }) => line);
  expect(lines).toEqual(expect.arrayContaining(spoilt.flatMap((fault) => sentencesOn(fault))));
});

/** Runs the command `npm run check` stands for, outside of GitHub unless the environment says so. */
const run = (
  contentDir: string,
  options: readonly string[] = [],
  environment: Readonly<Record<string, string>> = { GITHUB_ACTIONS: "" },
): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, "src/cli/check.ts"), ...options],
      { cwd: root, env: { ...process.env, ...environment, CONTENT_DIR: contentDir } },
      (failure, stdout, stderr) => {
        resolve({ code: failure ? Number(failure.code) : 0, said: stdout + stderr });
      },
    );
  });

test("the command fails on faulty content and says file, line and sentence", async () => {
  await spoil("tab");
  expect(await run(folder)).toEqual({
    code: 1,
    said: `${folder}/facts/providers.yaml:2:2 – this line begins with a tab; scaffold it with spaces\n1 problem in 1 file. Nothing was built.\n`,
  });
});

test("the command succeeds on the content itself and says what it holds", async () => {
  const { code, said } = await run(contentFolder);
  expect(code).toBe(0);
  expect(said).toMatch(/^The content is sound: \d+ questions, \d+ pages, .+\.$/m);
});

for (const fault of [
  "address-typed",
  "answers-in-a-circle",
  "component-refers-to-nothing",
  "facts-that-list-nothing",
  "former-id-in-use",
  "record-shown-twice",
  "unknown-component",
])
  test(`the sentences on "${fault}" name the folder of the content as it is called`, async () => {
    await spoil(fault);
    const { said } = await run(folder);
    expect(said).not.toMatch(/ content\/(?!README\.md)/);
    for (const sentence of sentencesOn(fault, folder))
      expect(said).toContain(sentence.replace(/^warning: /, ""));
  });

for (const [typed, sentence] of [
  ["--reprot", "--reprot is not known here; did you mean --report?"],
  ["report", '"report" is not known here; did you mean --report?'],
  ["--quiet-please", "--quiet-please is not known here; leave it out, or write one of: --report"],
  ["--report=all", "--report takes no value; write it alone"],
] as const)
  test(`the command "${typed}" is told what to type`, async () => {
    expect(await run(sound, [typed])).toEqual({ code: 1, said: `${sentence}\n` });
  });

test("warnings do not make the command fail, and come after the errors", async () => {
  await spoil("heading-twice");
  const warned =
    `Warnings, with which the site can be built:\n${folder}/pages/a-page.mdx:14:1 – ` +
    'the heading "Your rights" stands in line 10 too; give one of the two other words, so that a link can lead to each\n\n';
  const { code, said } = await run(folder);
  expect(code).toBe(0);
  expect(said).toContain(`${warned}The content is sound: `);
  await spoil("tab");
  const failed = await run(folder);
  expect(failed.code).toBe(1);
  expect(failed.said).toMatch(/^.*providers\.yaml:2:2 – .*\nWarnings, /);
  expect(failed.said).toContain(`${warned}1 problem in 1 file. Nothing was built.`);
});

test("notes, reading ease and open points are told in the report only", async () => {
  await spoil("long-sentence");
  await writeFile(
    join(folder, "facts/providers.yaml"),
    "- id: one\n  name: One\n  confirmed: false\n  question: Is this the provider?\n",
  );
  const brief = await run(folder);
  expect(brief.code).toBe(0);
  expect(brief.said).not.toContain("this sentence has");
  expect(brief.said).not.toMatch(/Notes|Reading ease|Facts that/);
  expect(brief.said).toContain("npm run check -- --report");
  const { code, said } = await run(folder, ["--report"]);
  expect(code).toBe(0);
  expect(said).toContain(
    `Notes on plain language:\n${folder}/pages/a-page.mdx:8:7 – this sentence has 44 words, and beyond 40 few readers follow; write two sentences, or a list\n`,
  );
  expect(said).toMatch(
    /\nReading ease \(Flesch: [^)]+\):\n(?: *-?\d+ {2}\S+\.mdx \(\d+ words, \d+ sentences?\)\n)+\n/,
  );
  expect(said).toMatch(/\nFacts that await confirmation:\n(?:\S+\.yaml:\d+:\d+ – .+\?.*\n)+\n/);
  expect(said).toContain(`${folder}/facts/providers.yaml:4:3 – Is this the provider?\n`);
});

test("on GitHub, issues are annotations of their lines", async () => {
  await spoil("long-sentence");
  await spoil("tab");
  const { code, said } = await run(folder, ["--report"], { GITHUB_ACTIONS: "true" });
  expect(code).toBe(1);
  expect(said.split("\n")).toEqual(
    expect.arrayContaining([
      `::error file=${folder}/facts/providers.yaml,line=2,col=2::this line begins with a tab; scaffold it with spaces`,
      `::notice file=${folder}/pages/a-page.mdx,line=8,col=7::this sentence has 44 words, and beyond 40 few readers follow; write two sentences, or a list`,
    ]),
  );
});

test("what GitHub reads as part of a command is escaped", () => {
  const issue = { line: 1, column: 2, severity: "warning" } as const;
  expect(annotation({ ...issue, file: "a, b: 5%.mdx", message: "5%: a,\r\nb" })).toBe(
    "::warning file=a%2C b%3A 5%25.mdx,line=1,col=2::5%25: a,%0D%0Ab",
  );
});
