import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import json from 'highlight.js/lib/languages/json';
import properties from 'highlight.js/lib/languages/properties';
import scala from 'highlight.js/lib/languages/scala';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

/** The languages that notes on Kafka quote: Kafka's own, those of its configuration, and a shell's. */
const languages = { bash, ini, java, json, properties, scala, shell, sql, xml, yaml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** Longer blocks stay without colours, so that no note can make the page wait. UTF-16 units. */
const longest = 30_000;

/** Returns HTML with `hljs-…` classes, or undefined if the language is not known. */
export function highlight(text: string, language: string): string | undefined {
  if (text.length > longest || hljs.getLanguage(language) === undefined) return undefined;
  return hljs.highlight(text, { language, ignoreIllegals: true }).value;
}
