import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  findTerm,
  parseChangeRules,
  parseDepartments,
  parseDistricts,
  parseForms,
  parseJurisdictions,
  parseMaterials,
  parseRegimes,
  parseServiceItems,
  parseTerms,
  type Kind,
} from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import type { TermOf } from '../src/domain/conditions-notice';
import { serviceGuide, type GuideReference } from '../src/domain/guide/service-guide';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '../../../seeds/reference', `${name}.json`), 'utf8'));
/** The lists as they are delivered. */
export const REFERENCE: GuideReference = {
  forms: parseForms(read('forms')).items,
  materials: parseMaterials(read('materials')).items,
  terms: parseTerms(read('terms')).items,
  regimes: parseRegimes(read('regimes')).items,
  changeRules: parseChangeRules(read('change-rules')).items,
  jurisdictions: parseJurisdictions(read('jurisdictions')).items,
  departments: parseDepartments(read('departments')).items,
  districts: new Map(parseDistricts(read('districts')).items.map((row) => [row.code, row])),
};
export const ITEMS = parseServiceItems(read('service-items')).items;
const ON = plainDate('2026-11-27');

/** The terms as they are delivered, nationwide. */
export const termsFor =
  (kind: Kind): TermOf =>
  (code) =>
    findTerm(REFERENCE.terms, { code, kind, district: '000000', on: ON });

/** The guide of an item, nationwide unless a county is named. */
export function guideOf(code: string, district: string | null = null, on = ON) {
  const item = ITEMS.find((each) => each.code === code);
  if (!item) throw new Error(`no item ${code}`);
  return serviceGuide(REFERENCE, { item, district, on });
}
