/** The UTF-16 units of the signs that tell how brackets are lacking. */
export const openRound = 40;
export const closeRound = 41;
export const semicolon = 59;
export const openSquare = 91;
export const openBrace = 123;
export const closeBrace = 125;
