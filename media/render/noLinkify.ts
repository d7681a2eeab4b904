/** Replaces the library that finds addresses in text. Notes are parsed without it, see `createMarkdown`. */
export class LinkifyIt {
  test(): boolean {
    return false;
  }
}
