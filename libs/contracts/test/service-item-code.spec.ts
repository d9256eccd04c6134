import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseServiceItems, serviceItemCode } from '../src';

const SEEDS = join(__dirname, '../../../seeds/reference/service-items.json');

it('an item is found by kind, kind of site and what is filed', () => {
  for (const item of parseServiceItems(JSON.parse(readFileSync(SEEDS, 'utf8'))).items) {
    expect(serviceItemCode(item)).toBe(item.code);
  }
});
