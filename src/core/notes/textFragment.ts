/** Returns whether a part of a text fragment holds anything that can be compared: white space does not count. */
export function hasTokens(text: string): boolean {
  return /\S/.test(text);
}
