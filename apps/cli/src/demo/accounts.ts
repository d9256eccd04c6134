import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@zhaoguan/contracts';
import { LICENCE_DISTRICT } from './licence-district';
import { writeWhole } from './whole-file';

/** A demo account as kept in DATA_DIR/demo-accounts.json (mode 0600). */
export interface DemoAccount {
  readonly role: Role;
  readonly username: string;
  readonly password: string;
  readonly districts: readonly string[];
  readonly departments: readonly string[];
  /** Whose administrator looks after an account without districts. */
  readonly homeDistrict?: string;
  readonly name: string;
}

type Cast = Omit<DemoAccount, 'password'>;

/** District of the demo. Its institutions and people are invented; only the code is real. */
export const DEMO_DISTRICT = '610116';
/** Its city, which has registered one of them. */
export const DEMO_CITY = '610100';
/** A second district, to show what its officials do not see. */
const OTHER_DISTRICT = '500152';

const CIVIL = 'civil-affairs';
const HEALTH = 'health';
const here = [DEMO_DISTRICT];

const inspector = (department: string, letters: string, number: number): Cast => ({
  role: 'INSPECTOR',
  username: `inspector-${letters}-${number}`,
  name: `示例·${letters === 'mz' ? '民政' : '卫健'}检查员${'甲乙丙丁'.charAt(number - 1)}`,
  districts: here,
  departments: [department],
});

/** Who plays in the demo: at least one account for each role, one registrar for each department. */
const CAST: readonly Cast[] = [
  {
    role: 'OPERATOR',
    username: 'operator',
    name: '示例·机构经办人',
    districts: [],
    departments: [],
    homeDistrict: DEMO_DISTRICT,
  },
  {
    role: 'REGISTRAR',
    username: 'registrar-mz',
    name: '示例·民政受理员',
    districts: here,
    departments: [CIVIL],
  },
  {
    role: 'REGISTRAR',
    username: 'registrar-wj',
    name: '示例·卫健受理员',
    districts: here,
    departments: [HEALTH],
  },
  {
    role: 'ADVISER',
    username: 'adviser',
    name: '示例·协同意见答复员',
    districts: here,
    departments: ['fire', 'market-regulation', 'housing', 'education'],
  },
  {
    role: 'PLANNER',
    username: 'planner',
    name: '示例·抽查计划员',
    districts: here,
    departments: [CIVIL, HEALTH],
  },
  {
    role: 'REVIEWER',
    username: 'reviewer',
    name: '示例·复核员',
    districts: here,
    departments: [CIVIL, HEALTH],
  },
  // What one has decided, another restores.
  {
    role: 'REVIEWER',
    username: 'reviewer-2',
    name: '示例·复核员乙',
    districts: here,
    departments: [CIVIL, HEALTH],
  },
  ...[1, 2, 3, 4].map((number) => inspector(CIVIL, 'mz', number)),
  ...[1, 2, 3, 4].map((number) => inspector(HEALTH, 'wj', number)),
  {
    role: 'CASE_OFFICER',
    username: 'case-officer',
    name: '示例·案件承办人',
    districts: here,
    departments: [CIVIL, HEALTH],
  },
  {
    role: 'ADMINISTRATOR',
    username: 'administrator',
    name: '示例·系统管理员',
    districts: here,
    departments: [CIVIL, HEALTH],
  },
  {
    role: 'REGISTRAR',
    username: 'registrar-city',
    name: '示例·市民政受理员',
    districts: [DEMO_CITY],
    departments: [CIVIL],
  },
  // Two go to a verification on site.
  {
    role: 'REGISTRAR',
    username: 'registrar-city-2',
    name: '示例·市民政受理员乙',
    districts: [DEMO_CITY],
    departments: [CIVIL],
  },
  // A licence is revoked, and its term made longer, by somebody else than who proposes it.
  ...['', '-2'].map((number): Cast => ({
    role: 'REGISTRAR',
    username: `registrar-wy${number}`,
    name: `示例·未央卫健受理员${number === '' ? '' : '乙'}`,
    districts: [LICENCE_DISTRICT],
    departments: [HEALTH],
  })),
  {
    role: 'REVIEWER',
    username: 'reviewer-wy',
    name: '示例·未央卫健复核员',
    districts: [LICENCE_DISTRICT],
    departments: [HEALTH],
  },
  {
    role: 'REGISTRAR',
    username: 'registrar-other',
    name: '示例·外区受理员',
    districts: [OTHER_DISTRICT],
    departments: [CIVIL, HEALTH],
  },
];

export const accountsFile = (dataDir: string): string => join(dataDir, 'demo-accounts.json');

export function readDemoAccounts(dataDir: string): readonly DemoAccount[] | undefined {
  const file = accountsFile(dataDir);
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
}

/**
 * The accounts of this installation; passwords are made at the first start and never stand in the repository.
 * @returns `fresh` when they were made just now, so that accounts left in an older database get the new passwords
 */
export function prepareDemoAccounts(dataDir: string): { accounts: readonly DemoAccount[]; fresh: boolean } {
  const known = readDemoAccounts(dataDir);
  if (known) return { accounts: known, fresh: false };
  const accounts = CAST.map((person) => ({ ...person, password: newPassword() }));
  writeWhole(accountsFile(dataDir), `${JSON.stringify(accounts, null, 2)}\n`);
  return { accounts, fresh: true };
}

/** Letters and digits that are not mistaken for each other, in three groups: easy to read out and to type. */
function newPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const letters = [...randomBytes(12)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}-7x`;
}
