/**
 * What pages say for one meaning, by language. Phrases are separated by commas. A space may also be missing ("log in"
 * finds "login"); a star at an end lets the word go on there ("*passwor*" finds "userpasswords"). Case, accents and
 * punctuation do not count.
 */
export type Phrases = Readonly<Record<string, string>>;
