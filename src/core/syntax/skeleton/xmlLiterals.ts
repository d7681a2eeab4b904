import { CharacterKind } from './characterKind';
import { Names } from './names';

const less = 60;
const start = /<(?=[\p{L}_!?])/uy;
const name = /[\p{L}\p{N}\p{M}_:.-]+/uy;
const comment = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>/y;
const closing = /<\/[^<>]*>/y;
const space = /\s*/y;
const quoted = /"[^"<]*"|'[^'<]*'/y;
/** The kinds of character that an XML literal stands behind: Scala's specification, 10. */
const behind = CharacterKind.space | CharacterKind.lineEnd | CharacterKind.open;
/** The depth below which nested elements are no source code. */
const deepest = 100;

/** Finds where XML literals end: chapter 10 of Scala's specification. */
export abstract class XmlLiterals extends Names {
  /** Moves behind braces with code in them. Returns false where they do not match. */
  protected abstract skipCode(): boolean;

  /**
   * Moves behind an XML literal where one begins here and ends somewhere, and returns true; several elements may follow each
   * other. Otherwise it returns false, and the place may be anywhere.
   */
  protected xml(): boolean {
    if (this.units[this.at] !== less || !this.mayFollow()) return false;
    const from = this.at;
    let end = from;
    while (this.node(0)) {
      end = this.at;
      this.accept(space);
    }
    if (end === from) return false;
    this.at = end;
    return true;
  }

  private mayFollow(): boolean {
    return this.at === 0 || (this.kindAt(this.at - 1) & behind) !== 0;
  }

  /** Moves behind an element, or something else that stands between elements. */
  private node(depth: number): boolean {
    if (this.accept(comment)) return true;
    if (depth > deepest || !this.accept(start) || !this.accept(name)) return false;
    for (;;) {
      this.accept(space);
      if (this.text.startsWith('/>', this.at)) {
        this.at += 2;
        return true;
      }
      if (this.text.charAt(this.at) === '>') break;
      if (!this.accept(name) || !this.value()) return false;
    }
    this.at++;
    return this.content(depth);
  }

  /** Moves behind the value of an attribute. */
  private value(): boolean {
    this.accept(space);
    if (this.text.charAt(this.at) !== '=') return false;
    this.at++;
    this.accept(space);
    return this.text.charAt(this.at) === '{' ? this.skipCode() : this.accept(quoted);
  }

  /** Moves behind the contents of an element and its closing tag. */
  private content(depth: number): boolean {
    while (this.at < this.text.length) {
      const one = this.text.charAt(this.at);
      if (one === '<') {
        if (this.accept(closing)) return true;
        if (!this.node(depth + 1)) return false;
      } else if (one === '{' && this.text.charAt(this.at + 1) !== '{') {
        if (!this.skipCode()) return false;
      } else this.at += one === '{' ? 2 : 1;
    }
    return false;
  }
}
