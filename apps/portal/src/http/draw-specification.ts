import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { projectRoot } from '@zhaoguan/platform';

/** docs/spec/draw.md, which the public pages serve themselves: whoever verifies needs no other site. */
@Injectable()
export class DrawSpecification {
  private loaded: Promise<string> | undefined;

  text(): Promise<string> {
    this.loaded ??= readFile(join(projectRoot(), 'docs', 'spec', 'draw.md'), 'utf8');
    this.loaded.catch(() => (this.loaded = undefined));
    return this.loaded;
  }
}
