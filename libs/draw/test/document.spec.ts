import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announcementDigest, jcs, parseJson, verifyBundle, type Bundle } from '@zhaoguan/draw';
import { nodeSm3 } from '../../platform/src/crypto/sm3';
import { referenceDraw, referenceTicket } from './reference';

const text = readFileSync(join(__dirname, '../../../docs/spec/draw.md'), 'utf8');
const example = parseJson(/```json\n([\s\S]*?)```/.exec(text)![1]!) as Bundle;

/** The bytes the document gives for something. */
function worked(what: string): string {
  const row = text.split('\n').find((line) => line.startsWith(`| ${what}`));
  return /`([0-9a-f]{64})`/.exec(row!)![1]!;
}

describe('docs/spec/draw.md', () => {
  it('begins with a bundle that verifies', () => {
    expect(verifyBundle(example, nodeSm3)).toMatchObject({ ok: true });
    expect(referenceDraw(example)).toEqual(example.result);
  });

  it('[DR-18] gives true numbers', () => {
    expect(worked('SM3(JCS(announcement)), of 660 bytes')).toBe(
      announcementDigest(example.announcement, nodeSm3),
    );
    expect(jcs(example.announcement)).toHaveLength(660);
    for (const { id } of example.targets) {
      expect(worked(`ticket of \`${id}\``)).toBe(
        referenceTicket(Buffer.from(example.result.seed, 'hex'), id),
      );
    }
  });

  it('makes no demand that is not named in the title of a test', () => {
    const tests = readdirSync(__dirname).filter((name) => name.endsWith('.spec.ts'));
    const titles = tests.map((name) => readFileSync(join(__dirname, name), 'utf8')).join('\n');
    const demands = [...text.matchAll(/^\*\*(\[DR-\d+\])\*\*/gm)].map((match) => match[1]!);
    expect(demands.length).toBeGreaterThan(20);
    expect(demands.filter((demand) => !titles.includes(demand))).toEqual([]);
  });
});
