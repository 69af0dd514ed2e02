import { describe, expect, test } from 'vitest';
import type { Lang } from '../../src/lib/ids.ts';
import { quoted, stopped } from '../../src/lib/punctuation.ts';

/** A no-break space, to be seen. */
const nb = (text: string) => text.replaceAll('¤', '\u00a0');

describe('a full stop', () => {
  test.each<[name: string, text: string, en: string, fr: string]>([
    ['is added', 'WIRED', 'WIRED.', 'WIRED.'],
    ['is not doubled', 'Kaspersky Inc.', 'Kaspersky Inc.', 'Kaspersky Inc.'],
    ['does not follow a question mark', 'Missed?', 'Missed?', 'Missed?'],
    ['does not follow an exclamation mark', 'Now!', 'Now!', 'Now!'],
    ['does not follow an ellipsis', 'On…', 'On…', 'On…'],
    ['does not follow an ellipsis of full stops', 'On...', 'On...', 'On...'],
    ['does not follow the question mark of another script', 'نداء؟', 'نداء؟', 'نداء؟'],
    ['follows a bracket', '(n.d.)', '(n.d.).', '(n.d.).'],
    ['goes inside quotation marks, but not in French', 'On “hack back”', 'On “hack back.”', 'On “hack back”.'],
    ['goes inside single ones', 'On ‘hack back’', 'On ‘hack back.’', 'On ‘hack back’.'],
    ['goes inside both of two', '“On ‘hack back’”', '“On ‘hack back.’”', '“On ‘hack back’”.'],
    ['goes inside straight ones', 'On "hack back"', 'On "hack back."', 'On "hack back".'],
    ['goes inside straight single ones', "On 'hack back'", "On 'hack back.'", "On 'hack back'."],
    ['goes outside guillemets', 'Un «¤appel¤»', 'Un «¤appel¤».', 'Un «¤appel¤».'],
    ['stays outside an apostrophe', 'Of the states’', 'Of the states’.', 'Of the states’.'],
    ['stays outside a straight apostrophe', "Of the states'", "Of the states'.", "Of the states'."],
    ['stays outside an apostrophe and inside the mark around it', '“Of the states’”', '“Of the states’.”', '“Of the states’”.'],
    ['stays outside an inch', 'Of 27"', 'Of 27".', 'Of 27".'],
    ['does not follow a question within quotation marks', 'What is “hack back?”', 'What is “hack back?”', 'What is “hack back?”'],
    ['does not follow a question within guillemets', '«¤Un appel ?¤»', '«¤Un appel ?¤»', '«¤Un appel ?¤»'],
    ['follows nothing', '', '.', '.'],
  ])('%s: %s', (_, text, en, fr) => {
    expect([stopped(nb(text), 'en'), stopped(nb(text), 'fr')]).toEqual([nb(en), nb(fr)]);
  });
});

describe('in quotation marks', () => {
  test.each<[name: string, lang: Lang, text: string, expected: string]>([
    ['a title stands in double ones', 'en', 'The Paris Call', '“The Paris Call”'],
    ['a title stands in guillemets with no-break spaces', 'fr', 'L’appel de Paris', '«¤L’appel de Paris¤»'],
    ['double ones become single', 'en', 'On “hack back” again', '“On ‘hack back’ again”'],
    ['each pair becomes single', 'en', 'On “a” and “b”', '“On ‘a’ and ‘b’”'],
    ['straight ones become single', 'en', 'On "hack back"', '“On ‘hack back’”'],
    ['single ones stay', 'en', '‘Hot air’ from Paris', '“‘Hot air’ from Paris”'],
    ['single ones within double ones become double', 'en', 'He said “no ‘x’ now”', '“He said ‘no “x” now’”'],
    ['an apostrophe within double ones stays', 'en', 'He said “the state’s ‘won’t’”', '“He said ‘the state’s “won’t”’”'],
    ['guillemets stay in English', 'en', 'Un «¤appel¤»', '“Un «¤appel¤»”'],
    ['double ones stay in French', 'fr', 'On “hack back”', '«¤On “hack back”¤»'],
    ['guillemets become double ones in French', 'fr', 'Un «¤appel¤» ici', '«¤Un “appel” ici¤»'],
    ['straight ones become double in French', 'fr', 'Un "appel"', '«¤Un “appel”¤»'],
    ['a mark without its pair stays', 'en', 'A screen of 27"', '“A screen of 27"”'],
    ['nothing is nothing', 'en', '', ''],
    ['nothing is nothing in French', 'fr', '', ''],
  ])('%s (%s): %s', (_, lang, text, expected) => {
    expect(quoted(nb(text), lang)).toBe(nb(expected));
  });
});
