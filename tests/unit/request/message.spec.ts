import { contentFolder } from "../../../src/environment.ts";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { parse } from "yaml";
import {
  asText,
  bodyLines,
  compose,
  type FilledBlanks,
  type Message,
  type Wording,
} from "../../../src/request/compose.ts";
import { eml } from "../../../src/request/eml.ts";
import { maxLinkLength, mailto } from "../../../src/request/mailto.ts";
import { manyLines, oneLine } from "../../../src/request/plain-text.ts";
import { blankNames, requestTemplate } from "../../../src/schemas/template.ts";
import { wordsOf } from "../../../src/words/index.ts";

const template = requestTemplate.parse(
  parse(readFileSync(join(contentFolder, "templates/privacy-request.yaml"), "utf8")),
);
const address = "privacy@acme.org";

/** Fast-check's own number of cases is a tenth of it. */
const thorough = { numRuns: 1000 };

/** What has broken a request somewhere, or is meant to. */
const traps = [
  ...["$&", "$1", "$$", "$`", "{country}", "{name}", "{constructor}", "100%", "%41", "\\"],
  ...["a\r\nBcc: x@y", "\r\n\r\n", "\n", "\r", "\t", "\0", "\x1b[2J", "\x7f", "\x85"],
  ...["?&=#+ %0d%0a", "&bcc=x@y", "%0d%0aBcc: x@y", "=?utf-8?Q?a?=", "<b>", '"', "'"],
  ...["\u2028", "\u2029", "\u202eمحمد\u202c", "\u2066עברית\u2069", "می\u200cخواهم", "\u200e"],
  ...["👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "\ud83d", "\udc69", "\udc69\ud83d", "e\u0301", "A\u030a", "\u1112\u1161\u11ab"],
  ...["\ufeff", "\u00a0", " ", "x".repeat(2500), "漢".repeat(250), "👩".repeat(120)],
];

const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

/** Anything that anybody could type or paste into a field. */
const typed: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  codeUnits,
  fc
    .array(fc.oneof(fc.constantFrom(...traps), fc.string({ unit: "binary", maxLength: 3 })), {
      maxLength: 6,
    })
    .map((parts) => parts.join("")),
);

const filled: fc.Arbitrary<FilledBlanks> = fc.record(
  { name: typed, request: typed, country: typed, address: typed, detail: typed },
  { requiredKeys: [] },
);

const recipient = fc.constantFrom(address, "");

/** About as long as a mail link may be. */
const longName = fc.integer({ min: 1500, max: 2000 }).map((length) => "x".repeat(length));

/** A request from filled fields, or one whose text was edited by hand, as the builder makes it. */
const message: fc.Arbitrary<Message> = fc.oneof(
  fc.tuple(recipient, longName).map(([to, name]) => compose(template, to, { name })),
  fc.tuple(recipient, filled).map(([to, fields]) => compose(template, to, fields)),
  fc
    .tuple(recipient, typed)
    .map(([to, text]) => ({ ...compose(template, to), body: manyLines(text) })),
);

/** Other templates than the one there is: any words and blanks, in any order. */
const wording: fc.Arbitrary<Wording> = fc
  .array(
    fc
      .array(
        fc.oneof(
          fc.constantFrom(...blankNames).map((blank) => `{${blank}}`),
          fc.constantFrom("Name: ", " and ", "$&", "100 %", "名前："),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join("")),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => ({ ...template, body: lines.join("\n").trim() }));

/* Line ends and controls, and what turns the direction of a text around (UAX #9). */
const forbidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const blankOrForbidden = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text without all that cleaning may take away or turn into spaces, its letters composed. */
const core = (text: string) =>
  text.toWellFormed().replaceAll(blankOrForbidden, "").normalize("NFC");

const codePoints = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code));

/** Every character but half ones, controls, spaces and marks that turn text around. */
const character = codePoints(0, 0x10ffff).filter(
  (one) => core(one) === one.normalize("NFC") && one.isWellFormed() && core(one) !== "",
);

/** Texts in which no single character would be replaced with another (Unicode NFC). */
const isStable = (text: string) => Array.from(text).every((one) => one === one.normalize("NFC"));

const crlf = (text: string) => text.replaceAll("\n", "\r\n");

/* RFC 6068, section 2: unreserved, percent-encoded, and those delimiters that mean nothing. */
const qchar = "(?:[A-Za-z0-9._~!$'()*+,;:@-]|%[0-9A-F]{2})";
const linkForm = new RegExp(
  `^mailto:(?<to>(?:${qchar})*)\\?(?<fields>${qchar}+=${qchar}*(?:&${qchar}+=${qchar}*)*)$`,
);

/**
 * What a mail program reads in a link that keeps to RFC 6068.
 * @throws where the link does not, or does not decode as UTF-8
 */
const decoded = (href: string) => {
  const { to = "", fields = "" } = linkForm.exec(href)?.groups ?? {};
  if (fields === "") throw new Error(`not a mail link: ${href}`);
  return {
    to: to.split(",").map(decodeURIComponent),
    fields: fields.split("&").map((field) => field.split("=").map(decodeURIComponent)),
  };
};

/** How long a text is once everything but unreserved characters and `!'()*` is percent-encoded. */
const encodedLength = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => (/[A-Za-z0-9._~!'()*-]/.test(String.fromCharCode(byte)) ? 1 : 3))
    .reduce((sum, length) => sum + length, 0);

test.describe("one line", () => {
  test("has no control, no line end and no mark that turns text around", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const line = oneLine(text);
        assert.deepEqual(
          [forbidden.test(line), line.isWellFormed(), line === line.trim()],
          [false, true, true],
        );
      }),
      thorough,
    );
  });

  test("never has another character than the one that was typed, whichever it is", () => {
    const changed = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const one = String.fromCodePoint(code);
      if (!one.isWellFormed() || forbidden.test(one)) continue;
      /* A mark that follows a letter is a part of it, and spaces at the ends go. */
      const text = /\p{M}/u.test(one) ? one : `x${one}x`;
      if ([oneLine(text), manyLines(text)].some((line) => line !== text))
        changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });

  test("has a letter and its marks, and the parts of a syllable, in composed form (Unicode NFC)", () => {
    const mark = codePoints(0, 0x1ffff).filter((one) => /\p{M}/u.test(one));
    fc.assert(
      fc.property(character, fc.array(mark, { maxLength: 3 }), (base, marks) => {
        const text = [base, ...marks].join("");
        fc.pre(isStable(text));
        assert.equal(oneLine(text), text.normalize("NFC"));
      }),
      thorough,
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 8 }), (characters) => {
        const text = characters.filter(isStable).join("");
        for (const typed of [text, text.normalize("NFD")])
          if (isStable(typed)) assert.equal(oneLine(typed), text.normalize("NFC"));
      }),
      thorough,
    );
  });

  test("takes apart nothing that is composed, and composes all that a keyboard has apart", () => {
    const letters = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const one = String.fromCodePoint(code);
      if (one.isWellFormed() && isStable(one) && one.normalize("NFD") !== one) letters.push(one);
    }
    expect(letters.length).toBeGreaterThan(12_000);
    expect(letters.filter((one) => oneLine(one.normalize("NFD")) !== one)).toEqual([]);
  });

  test("loses nothing else of what was typed", () => {
    fc.assert(
      fc.property(typed, (text) => {
        assert.equal(core(oneLine(text)), core(text));
      }),
      thorough,
    );
  });

  test("does not change when it is cleaned again", () => {
    fc.assert(
      fc.property(typed, (text) => {
        assert.equal(oneLine(oneLine(text)), oneLine(text));
      }),
      thorough,
    );
  });

  for (const [what, text, line] of [
    ["a line end and a header", "a\r\nBcc: x@y", "a Bcc: x@y"],
    ["separators of lines and paragraphs", "a\u2028b\u2029c\x85d", "a b c d"],
    ["a name that was made to run from right to left", "\u202e\u2067محمد\u2069\u202c", "محمد"],
    ["a joiner within an emoji", "👩‍👩‍👧", "👩‍👩‍👧"],
    ["a non-joiner within a word", "می\u200cخواهم", "می\u200cخواهم"],
    ["half a character", "a\ud83db", "a\ufffdb"],
    ["a letter and its accent", "e\u0301", "\u00e9"],
    ["a letter and an accent that is another's double", "e\u0341", "\u00e9"],
    ["a Hangul syllable in parts", "\u1112\u1161\u11ab", "\ud55c"],
    ["a variant of a Han character", "\ufa19\u5d0e", "\ufa19\u5d0e"],
    ["a variant beyond the first plane", "\u{2f81f}", "\u{2f81f}"],
    ["a variant and a mark that goes with no letter", "\ufa19\u0301", "\ufa19\u0301"],
    ["the sign of the ångström", "5 \u212b", "5 \u212b"],
    ["Hebrew letters with their points", "\ufb2a\ufb1d", "\ufb2a\ufb1d"],
    ["brackets and a space of old standards", "\u2329a\u2000b\u232a", "\u2329a\u2000b\u232a"],
    ["nothing but controls", "\0\r\n\u202e", ""],
  ] as const)
    test(`is made of ${what}`, () => {
      expect(oneLine(text)).toBe(line);
    });
});

test.describe("many lines", () => {
  const severalLines = fc
    .array(typed, { maxLength: 5 })
    .chain((lines) => fc.constantFrom("\n", "\r\n", "\r").map((lineEnd) => lines.join(lineEnd)));

  test("have each line cleaned, and no line more or less but empty ones at the end", () => {
    fc.assert(
      fc.property(severalLines, (text) => {
        const lines = manyLines(text).split("\n");
        const before = text.split(/\r\n|\r|\n/).map(core);
        while (before.length > 1 && before.at(-1) === "") before.pop();
        assert.deepEqual(
          {
            lines: lines.map(core),
            forbidden: lines.some((line) => forbidden.test(line)),
          },
          { lines: before, forbidden: false },
        );
      }),
      thorough,
    );
  });

  test("are well formed, and keep every character that is not typed in parts", () => {
    fc.assert(
      fc.property(severalLines, (text) => {
        const clean = manyLines(text);
        assert.deepEqual(
          [clean.isWellFormed(), isStable(text) && clean !== clean.normalize("NFC")],
          [true, false],
        );
      }),
      thorough,
    );
  });

  test("do not change when they are cleaned again", () => {
    fc.assert(
      fc.property(severalLines, (text) => {
        assert.equal(manyLines(manyLines(text)), manyLines(text));
      }),
      thorough,
    );
  });

  test("keep their indents and the empty lines between them", () => {
    expect(manyLines("  a \r\n\r\n\tb\0c\r\r\n")).toBe("  a\n\n b c");
  });
});

test.describe("a composed request", () => {
  /** The line of a template, filled piece by piece: nothing is ever looked at twice. */
  const filledLine = (line: string, fields: FilledBlanks): string | undefined => {
    const pieces = line.split(/(\{\w+\})/).map((piece) => {
      const blank = blankNames.find((name) => piece === `{${name}}`);
      if (blank === undefined) return piece;
      const words: Partial<Record<string, string>> = template.blanks;
      return oneLine(fields[blank] ?? "") || words[blank];
    });
    return pieces.includes(undefined) ? undefined : pieces.join("");
  };

  test("is its template with every blank filled once, as typed", () => {
    fc.assert(
      fc.property(wording, filled, (template, fields) => {
        const lines = template.body.split("\n").map((line) => filledLine(line, fields));
        assert.deepEqual(
          [bodyLines(template, fields), compose(template, address, fields)],
          [
            lines,
            {
              to: address,
              subject: template.subject,
              body: lines.filter((line) => line !== undefined).join("\n"),
            },
          ],
        );
      }),
      thorough,
    );
  });

  test("has one line for every line of the template that applies", () => {
    fc.assert(
      fc.property(filled, (fields) => {
        const applying = template.body
          .trim()
          .split("\n")
          .filter((line) =>
            [...line.matchAll(/\{(\w+)\}/g)].every(
              ([, blank]) =>
                (blank ?? "") in template.blanks ||
                oneLine((fields as Partial<Record<string, string>>)[blank ?? ""] ?? "") !== "",
            ),
          );
        const { body } = compose(template, address, fields);
        assert.equal(body.split(/\r\n|[\n\r\v\f\x85\u2028\u2029]/).length, applying.length);
      }),
      thorough,
    );
  });

  test("has neither controls nor half characters, whatever is typed", () => {
    fc.assert(
      fc.property(filled, (fields) => {
        const { body } = compose(template, address, fields);
        assert.deepEqual(
          [forbidden.test(body.replaceAll("\n", "")), body.isWellFormed()],
          [false, true],
        );
      }),
      thorough,
    );
  });

  test("takes its recipient and its subject from the content alone", () => {
    fc.assert(
      fc.property(recipient, filled, (to, fields) => {
        const message = compose(template, to, fields);
        assert.deepEqual([message.to, message.subject], [to, template.subject]);
      }),
      thorough,
    );
  });

  for (const name of [
    "$&",
    "{country}",
    "100%",
    "{name}",
    "$`",
    "👩‍👩‍👧",
    "می\u200cخواهم",
    "O’Neil",
    "\ufa19\u5d0e",
  ])
    test(`has the name ${name} as it is typed`, () => {
      const wording = { ...template, body: "Name: {name}\nCountry: {country}" };
      expect(compose(wording, address, { name, country: "Chad" }).body).toBe(
        `Name: ${name}\nCountry: Chad`,
      );
    });

  test("keeps the words of a blank that nothing fills, and leaves out a line without such words", () => {
    const wording = { ...template, body: "Name: {name}\nAddress: {address}\n{detail}\nThanks" };
    expect(compose(wording, address, { name: " \0", address: "\u202e", detail: "" }).body).toBe(
      `Name: ${template.blanks.name}\nThanks`,
    );
  });

  for (const [language, label] of [
    ["en", "Subject"],
    ["de", "Betreff"],
  ] as const)
    test(`is the same text in ${language} once it has been copied and pasted`, () => {
      fc.assert(
        fc.property(message, (message) => {
          const text = asText(message, wordsOf(language).request);
          /* As a clipboard has it: in UTF-8, up to the first NUL, on Windows with its line ends. */
          const onClipboard = Buffer.from(crlf(text)).toString().split("\0")[0] ?? "";
          /* What a text field makes of line ends (HTML, 4.10.11, "API value"). */
          const pasted = onClipboard.replaceAll(/\r\n?/g, "\n");
          const [subject, ...body] = pasted.split("\n");
          assert.deepEqual(
            [pasted, subject, body.join("\n")],
            [text, `${label}: ${message.subject}`, message.body],
          );
        }),
        thorough,
      );
    });
});

test.describe("a mail link", () => {
  test("gives a mail program exactly the request, or else the line to paste it at", () => {
    let whole = 0;
    fc.assert(
      fc.property(message, (message) => {
        const link = mailto(message, template.pasteHere);
        const fullLength =
          encodedLength(`${message.subject}${crlf(message.body)}`) +
          `mailto:${message.to}?subject=&body=`.length;
        whole += Number(link.whole);
        assert.deepEqual(
          { ...decoded(link.href), whole: link.whole },
          {
            to: [message.to],
            fields: [
              ["subject", message.subject],
              ["body", crlf(link.whole ? message.body : template.pasteHere)],
            ],
            whole: fullLength <= 1900,
          },
        );
      }),
      thorough,
    );
    /* Both sorts of link have been seen, and each of them often. */
    expect([whole > 50, whole < thorough.numRuns - 50]).toEqual([true, true]);
  });

  test("has at most 1,900 characters, all of them ASCII, and none that a browser would change", () => {
    fc.assert(
      fc.property(message, (message) => {
        const { href } = mailto(message, template.pasteHere);
        assert.deepEqual(
          [href.length <= 1900, /^[\x21-\x7e]+$/.test(href), new URL(href).href, encodeURI(href)],
          [true, true, href, href.replaceAll("%", "%25")],
        );
      }),
      thorough,
    );
  });

  test("carries the whole request up to 1,900 characters and no further", () => {
    const short = { to: address, subject: "Privacy Request", body: "" };
    const room = maxLinkLength - mailto(short, "").href.length;
    const fits = mailto({ ...short, body: "x".repeat(room) }, "Paste here.");
    const tooLong = mailto({ ...short, body: "x".repeat(room + 1) }, "Paste here.");
    expect([maxLinkLength, fits.whole, fits.href.length, tooLong.whole]).toEqual([
      1900,
      true,
      1900,
      false,
    ]);
    expect(decoded(tooLong.href).fields).toEqual([
      ["subject", "Privacy Request"],
      ["body", "Paste here."],
    ]);
  });

  test("has spaces as %20 and line ends as %0D%0A", () => {
    expect(mailto({ to: "a+b@acme.org", subject: "A & B?", body: "1 + 1\n=2" }, "")).toEqual({
      href: "mailto:a%2Bb@acme.org?subject=A%20%26%20B%3F&body=1%20%2B%201%0D%0A%3D2",
      whole: true,
    });
  });
});

test.describe("a draft", () => {
  /**
   * Any subject that the content may have, without what a parser takes for its own: byte order
   * marks, and spaces beside spaces, which may stand for a fold.
   */
  const subject = typed
    .map((text) => text.toWellFormed().replaceAll("\ufeff", "").replaceAll(/ +/g, " "))
    .filter((text) => text !== "");

  const empty = { to: address, subject: "a", body: "" };

  const anyMessage = fc.oneof(
    message,
    fc.tuple(message, subject).map(([message, subject]) => ({ ...message, subject })),
  );

  test("is read by a mail program as exactly the request", async () => {
    await fc.assert(
      fc.asyncProperty(message, async (message) => {
        const { to, subject, text = "", attachments } = await PostalMime.parse(eml(message));
        assert.deepEqual(
          { to, subject, text, attachments },
          {
            to: message.to === "" ? undefined : [{ name: "", address: message.to }],
            subject: message.subject,
            /* A byte order mark at the very start is a signature, not text (RFC 3629, section 6). */
            text: crlf(message.body).replace(/^\ufeff/, ""),
            attachments: [],
          },
        );
      }),
      thorough,
    );
  });

  test("is read with any subject that the content may have", async () => {
    await fc.assert(
      fc.asyncProperty(subject, async (subject) => {
        const { subject: read, text } = await PostalMime.parse(
          eml({ ...empty, subject, body: "a" }),
        );
        assert.deepEqual({ subject: read, text }, { subject, text: "a" });
      }),
      thorough,
    );
  });

  test("has just the header fields of a draft: no sender, no date, none that was typed", () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const [head = ""] = eml(message).split("\r\n\r\n");
        const names = head
          .replaceAll(/\r\n[ \t]/g, " ")
          .split("\r\n")
          .map((field) => field.slice(0, Math.max(field.indexOf(":"), 0)));
        assert.deepEqual(names, [
          "X-Unsent",
          ...(message.to === "" ? [] : ["To"]),
          "Subject",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding",
        ]);
      }),
      thorough,
    );
  });

  test("has ASCII lines of at most 78 characters that all end in CRLF", () => {
    fc.assert(
      fc.property(message, (message) => {
        const text = eml(message);
        const lines = text.split("\r\n");
        assert.deepEqual(
          [
            lines.filter((line) => line.length > 78),
            lines.filter((line) => !/^[\x20-\x7e]*$/.test(line)),
            lines.at(-1),
          ],
          [[], [], ""],
        );
      }),
      thorough,
    );
  });

  test("has its subject in encoded words of whole characters, in ASCII lines of at most 76", () => {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const encoded = subject.filter((subject) => /[^\x20-\x7e]/.test(subject));
    fc.assert(
      fc.property(encoded, (subject) => {
        const [, head = ""] =
          /^Subject: ([^]*?)^MIME-Version/m.exec(eml({ ...empty, subject })) ?? [];
        const words = Array.from(
          head.matchAll(/=\?utf-8\?B\?([A-Za-z0-9+/=]+)\?=\r\n/g),
          ([, word = ""]) => strict.decode(Buffer.from(word, "base64")),
        );
        assert.deepEqual(
          [words.join(""), `Subject: ${head}`.split("\r\n").filter((line) => line.length > 76)],
          [subject, []],
        );
      }),
      thorough,
    );
  });

  for (const subject of ["=?utf-8?Q?a?=", " a", "a "])
    test(`has the subject "${subject}" come out as it is`, async () => {
      expect((await PostalMime.parse(eml({ ...empty, subject }))).subject).toBe(subject);
    });

  test("has a plain subject as it is", () => {
    expect(eml({ to: "", subject: "Privacy Request", body: "é\n" })).toBe(
      [
        "X-Unsent: 1",
        "Subject: Privacy Request",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        "w6kNCg==",
        "",
      ].join("\r\n"),
    );
  });
});
