import { OWNERSHIP_LABELS, SITE_NAMES, type Kind } from '@zhaoguan/contracts';
import type { DirectoryRow } from './directory-row';
import { DIRECTORY_COLUMNS } from './directory-row-headers';

/** What the register has of an institution where a row is compared with it: neither the head nor a telephone is. */
export interface Registered {
  readonly kind: Kind;
  readonly name: string;
  readonly capacity: number;
  readonly nursingBeds: number | null;
  readonly filingNumber: string | null;
  /** As the register or the details of what was imported have it. */
  readonly ownership: string | null;
  readonly forProfit: boolean | null;
}

/** In the order in which a sheet has them. */
const COMPARED = ['kind', 'name', 'capacity', 'nursingBeds', 'ownership', 'filingNumber'] as const;
export type ComparedColumn = (typeof COMPARED)[number];

/** A longer value is recognised by its beginning. */
const MOST_OF_A_VALUE = 60;

/** Which columns of a row differ from the register, and how: 床位数在名录中为“120”，本行为“130”. */
export function differencesInWords(
  row: DirectoryRow,
  registered: Registered,
  columns: readonly ComparedColumn[],
): string {
  return COMPARED.filter((column) => columns.includes(column))
    .map((column) => {
      const [there, here] = [valueOf(registered, column), valueOf(row, column)];
      return `${headerOf(column, row.kind)}在名录中${there}，本行${here}`;
    })
    .join('；');
}

function headerOf(column: ComparedColumn, kind: Kind): string {
  if (column !== 'capacity') return DIRECTORY_COLUMNS[column];
  return kind === 'ELDERLY_CARE' ? DIRECTORY_COLUMNS.beds : DIRECTORY_COLUMNS.places;
}

function valueOf(of: Registered, column: ComparedColumn): string {
  const text = textOf(of, column);
  if (text === '') return '为空';
  return `为“${text.length > MOST_OF_A_VALUE ? `${text.slice(0, MOST_OF_A_VALUE)}…` : text}”`;
}

function textOf(of: Registered, column: ComparedColumn): string {
  if (column === 'kind') return SITE_NAMES[of.kind];
  if (column === 'ownership') return ownershipInWords(of);
  return String(of[column] ?? '');
}

function ownershipInWords({ ownership, forProfit }: Registered): string {
  const profit = forProfit === null ? '' : forProfit ? '营利性' : '非营利性';
  return [ownership === null ? '' : (OWNERSHIP_WORDS[ownership] ?? ownership), profit]
    .filter(Boolean)
    .join('、');
}

/** Also of what directories name and no form asks for; those are in the details of what was imported. */
const OWNERSHIP_WORDS: Readonly<Record<string, string>> = {
  ...OWNERSHIP_LABELS,
  EMPLOYER: '用人单位办',
  KINDERGARTEN: '幼儿园办',
};
