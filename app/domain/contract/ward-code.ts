/**
 * Local government codes (全国地方公共団体コード): five digits and a check digit.
 * Check digit = last digit of 11 - (6a + 5b + 4c + 3d + 2e) mod 11 for the digits a to e.
 * Source: the Ministry of Internal Affairs' code table; 13104 → 33 mod 11 = 0 → 11 → 1 → 131041.
 */
const WEIGHTS = [6, 5, 4, 3, 2] as const;

/** The check digit of the first five digits. */
export function checkDigit(fiveDigits: string): number {
  const sum = WEIGHTS.reduce<number>((total, weight, index) => total + weight * Number(fiveDigits[index]), 0);
  return (11 - (sum % 11)) % 10;
}

/** Whether the text is six digits, the last being the check digit. */
export function isWardCode(code: string): boolean {
  return /^\d{6}$/.test(code) && Number(code[5]) === checkDigit(code.slice(0, 5));
}

/** The 23 special wards of Tokyo (特別区). */
export const SPECIAL_WARDS: readonly { code: string; name: string; nameEn: string }[] = [
  { code: "131016", name: "千代田区", nameEn: "Chiyoda" },
  { code: "131024", name: "中央区", nameEn: "Chuo" },
  { code: "131032", name: "港区", nameEn: "Minato" },
  { code: "131041", name: "新宿区", nameEn: "Shinjuku" },
  { code: "131059", name: "文京区", nameEn: "Bunkyo" },
  { code: "131067", name: "台東区", nameEn: "Taito" },
  { code: "131075", name: "墨田区", nameEn: "Sumida" },
  { code: "131083", name: "江東区", nameEn: "Koto" },
  { code: "131091", name: "品川区", nameEn: "Shinagawa" },
  { code: "131105", name: "目黒区", nameEn: "Meguro" },
  { code: "131113", name: "大田区", nameEn: "Ota" },
  { code: "131121", name: "世田谷区", nameEn: "Setagaya" },
  { code: "131130", name: "渋谷区", nameEn: "Shibuya" },
  { code: "131148", name: "中野区", nameEn: "Nakano" },
  { code: "131156", name: "杉並区", nameEn: "Suginami" },
  { code: "131164", name: "豊島区", nameEn: "Toshima" },
  { code: "131172", name: "北区", nameEn: "Kita" },
  { code: "131181", name: "荒川区", nameEn: "Arakawa" },
  { code: "131199", name: "板橋区", nameEn: "Itabashi" },
  { code: "131202", name: "練馬区", nameEn: "Nerima" },
  { code: "131211", name: "足立区", nameEn: "Adachi" },
  { code: "131229", name: "葛飾区", nameEn: "Katsushika" },
  { code: "131237", name: "江戸川区", nameEn: "Edogawa" },
];
