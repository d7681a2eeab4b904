/** Stands for the library that finds addresses in text: notes are read without it, see `createMarkdown`. */
export class LinkifyIt {
  test(): boolean {
    return false;
  }
}
