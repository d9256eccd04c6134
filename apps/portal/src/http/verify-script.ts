import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '@zhaoguan/platform';
import { STYLE_SHEET } from '../styles/style-sheet';
import type { PageOptions } from './page-replier';

/** The verification program, built by scripts/build-verify.mjs, and the leave for exactly this text to run in a page. */
@Injectable()
export class VerifyScript {
  private loaded: Promise<string> | undefined;

  /** @throws Error when the program was not built: the page must not pretend to verify */
  text(): Promise<string> {
    this.loaded ??= readFile(join(projectRoot(), 'dist', 'portal-assets', 'verify-draw.js'), 'utf8');
    this.loaded.catch(() => (this.loaded = undefined));
    return this.loaded;
  }

  async leave(): Promise<PageOptions> {
    return { scripts: sourceOf(await this.text()), styles: sourceOf(STYLE_SHEET.text) };
  }
}

/** CSP names an inline text by its hash. */
function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
