import { chromium, type Browser } from 'playwright-core';
import { needChromium } from '../../../dev/programs.mjs';

/** A browser without a window that asks nothing of the network. As root, Chromium has no sandbox of its own. */
export async function launchChromium(): Promise<Browser> {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  args.push('--disable-component-update', '--disable-sync');
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath: await needChromium(), args });
}
