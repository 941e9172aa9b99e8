/** One hue, one alarm colour, ink and grid: what every chart is drawn with. */
export const HUE = "#0b4f6c";
export const ALARM = "#ce0000";
export const INK = "#4d4d4d";
export const GRID = "#e6e6e6";
