/**
 * Whether a text that the ward will read names one of the contract's staff: by the whole name, with or without the space in it, by
 * the family name with a title (佐藤さん), or by the staff code. A code of up to three digits cannot be told from a figure and is
 * not looked for.
 */
export type KnownPerson = { name: string | null; staffCode: string };

const TITLES = "さん|氏|様|君|くん|ちゃん|先生|支援員|相談員|主任|職員";
const SHORT_NUMBER = /^\d{1,3}$/;

/** A function that tells whether a text names any of these people. */
export function namer(people: readonly KnownPerson[]): (text: string) => boolean {
  const tests = people.flatMap((person) => [...nameTests(person.name), ...codeTests(person.staffCode)]);
  return (text) => {
    const spaced = text.normalize("NFKC").toLowerCase();
    const joined = spaced.replace(/\s+/g, "");
    return tests.some((test) => test(spaced, joined));
  };
}

type Test = (spaced: string, joined: string) => boolean;

function nameTests(name: string | null): Test[] {
  const parts = (name ?? "").normalize("NFKC").toLowerCase().trim().split(/\s+/).filter(Boolean);
  const whole = parts.join("");
  if (whole.length < 2) return [];
  const [family = ""] = parts;
  // why: letters join words, so that a Latin name is looked for as whole words, and a Japanese one anywhere.
  if (/^[\x20-\x7e]+$/.test(whole)) {
    const words = new RegExp(`(?<![a-z])${parts.map(escaped).join("\\s*")}(?![a-z])`);
    return [(spaced) => words.test(spaced)];
  }
  const titled = new RegExp(`${escaped(family)}(?:${TITLES})`);
  return [
    (_, joined) => joined.includes(whole),
    ...(parts.length > 1 ? [(_: string, joined: string) => titled.test(joined)] : []),
  ];
}

function codeTests(staffCode: string): Test[] {
  const code = staffCode.normalize("NFKC").toLowerCase().trim();
  if (code === "" || SHORT_NUMBER.test(code)) return [];
  const word = new RegExp(`(?<![a-z0-9])${escaped(code)}(?![a-z0-9])`);
  return [(spaced) => word.test(spaced)];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
