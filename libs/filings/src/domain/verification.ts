import {
  isInForce,
  REGIME_WORDS,
  type FormDefinition,
  type Kind,
  type Permission,
  type Regime,
  type SiteItemRow,
} from '@zhaoguan/contracts';
import { counted, countFault, displayValue, shownFields, valueAt } from '@zhaoguan/forms';
import {
  chineseDate,
  dateInShanghai,
  DomainError,
  type FieldError,
  guarded,
  saysWhat,
  type PlainDate,
} from '@zhaoguan/kernel';
import { documentOf } from './application-review';
import type { Application } from './application';
import { numberSaid } from './number-said';
import type { VerificationOrigin } from './verification-order';
import type { VerificationAction, VerificationStatus } from './verification.process';

/** The term in which the applicant files a change or puts right what was found not to match. */
export const MISMATCH_TERM = 'FILING_MISMATCH_CORRECTION';

/** A verification on the spot (现场核查) of what was filed or is applied for. */
export interface Verification {
  readonly id: string;
  readonly filingId: string;
  /** Null while the case is not decided and about no institution of the register. */
  readonly institutionId: string | null;
  readonly origin: VerificationOrigin;
  /** Why it was ordered, and on which day one means to come; null of what follows from an acceptance. */
  readonly purpose: string | null;
  readonly plannedOn: PlainDate | null;
  /** Who ordered it; null of what follows from an acceptance, and of orders of before this was kept. */
  readonly orderedBy: string | null;
  readonly applicantId: string;
  readonly kind: Kind;
  readonly district: string;
  readonly township: string | null;
  readonly status: VerificationStatus;
  /** Last day of the authority's term; null while nothing is for it to do. */
  readonly dueOn: PlainDate | null;
  /** After a mismatch: last day of the applicant's term. */
  readonly correctBy: PlainDate | null;
  readonly openedAt: Date;
  /** Since when it is in its state. */
  readonly since: Date;
}

/** What the applicant does about a mismatch, in words for who has no account here. */
export const mismatchToDo = (regime: Regime, correctBy: PlainDate): string =>
  `请在${chineseDate(correctBy)}前（含当日）到主管部门办理${REGIME_WORDS[regime].types.CHANGE}，或者改正后告知主管部门复核`;

/** Something that can be looked at on the spot: what was filed, or what the rules ask for. */
export interface FiledFact {
  readonly pointer: string;
  readonly label: string;
  /** As it was filed, in words; null of what no form asks for. */
  readonly filed: string | null;
  /** Of that: what the rules ask for. */
  readonly requires: string | null;
  /** Of what is counted or measured: in what; null of anything else. */
  readonly unit: string | null;
}

/** The same while it is looked at. */
export interface FactToVisit extends FiledFact {
  /** Of what is counted or measured: how many decimals it may have, none of beds; null of anything else. */
  readonly decimals: number | null;
}

/** What was found of it. */
export interface CheckedFact extends FiledFact {
  readonly matches: boolean;
  /** What was found instead; null where it matches. */
  readonly found: string | null;
  /** The same as a number, where it was counted or measured. */
  readonly foundNumber: number | null;
}

export interface FactFinding {
  readonly pointer: string;
  readonly matches: boolean;
  readonly found?: string | undefined;
  readonly foundNumber?: number | undefined;
}

/** Another site: what was verified before was another place. */
const PREMISES: readonly string[] = ['/institution/address', '/institution/township'];

export const changesPremises = (changed: readonly string[]): boolean =>
  changed.some((pointer) => PREMISES.includes(pointer));

/**
 * What is looked at, item by item: what was filed, as it was filed, and what the rules ask of every site of its kind.
 * @param items of the list `site-items`, in the order in which they are looked at
 * @law 养老机构管理办法（民政部令第66号）核实备案信息的规定；行政许可法第三十四条第三款
 */
export function factsOf(
  form: FormDefinition,
  application: Application,
  items: readonly SiteItemRow[],
  on: PlainDate,
): FactToVisit[] {
  const document = documentOf(application);
  const shown = new Map(shownFields(form, document).map((field) => [field.pointer, field]));
  const site = application.siteType === 'HOME' ? 'HOME' : 'CENTRE';
  return items
    .filter((item) => item.kind === form.kind && isInForce(item, on))
    .filter(({ siteType }) => siteType === null || siteType === site)
    .flatMap(({ code, pointer, name, requires }): FactToVisit[] => {
      if (pointer === null)
        return [
          {
            pointer: `/site/${code}`,
            label: name ?? code,
            filed: null,
            requires,
            unit: null,
            decimals: null,
          },
        ];
      const field = shown.get(pointer);
      const value = valueAt(document, pointer);
      if (field === undefined || !isFiled(value)) return [];
      const counted =
        typeof value === 'number'
          ? { unit: field.unit ?? '', decimals: field.decimals ?? 0 }
          : { unit: null, decimals: null };
      return [{ pointer, label: field.label, filed: displayValue(field, value), requires: null, ...counted }];
    });
}

/** What was never filed can neither match nor not. */
const isFiled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/**
 * Every item is answered, and what does not match says what was found.
 * @throws VALIDATION_FAILED naming the items
 */
export function checkFacts(facts: readonly FactToVisit[], findings: readonly FactFinding[]): CheckedFact[] {
  const errors: FieldError[] = findings.flatMap((finding, index) => {
    const fact = facts.find(({ pointer }) => pointer === finding.pointer);
    if (fact === undefined)
      return [{ pointer: `/facts/${index}/pointer`, code: 'UNKNOWN_FACT', message: '不在核查项目中' }];
    return finding.matches ? [] : foundFaults(fact, finding, `/facts/${index}`);
  });
  const missing = facts.filter((fact) => !findings.some(({ pointer }) => pointer === fact.pointer));
  if (missing.length > 0) {
    const labels = missing.map(({ label }) => label).join('、');
    errors.push({ pointer: '/facts', code: 'REQUIRED', message: `还有项目没有核查：${labels}` });
  }
  if (new Set(findings.map(({ pointer }) => pointer)).size < findings.length) {
    errors.push({ pointer: '/facts', code: 'DUPLICATE', message: '同一项目只能写一次' });
  }
  if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', {}, errors);
  return facts.map(({ pointer, label, filed, requires, unit }) => {
    const fact = { pointer, label, filed, requires, unit };
    const finding = findings.find((each) => each.pointer === pointer);
    const matches = finding?.matches === true;
    if (finding === undefined || matches) return { ...fact, matches, found: null, foundNumber: null };
    return { ...fact, matches, found: inWords(fact, finding), foundNumber: finding.foundNumber ?? null };
  });
}

function foundFaults(fact: FactToVisit, { found, foundNumber }: FactFinding, at: string): FieldError[] {
  if (foundNumber === undefined) {
    const pointer = `${at}/found`;
    if (!saysWhat(found ?? '')) return [{ pointer, code: 'REQUIRED', message: '不一致的，请写明实际情况' }];
    const number = fact.unit === null ? undefined : numberSaid(found ?? '', fact.unit);
    const fault = number === undefined ? null : countFault(fact, number);
    return fault?.code === 'AS_FILED' ? [{ pointer, ...fault }] : [];
  }
  const pointer = `${at}/foundNumber`;
  if (fact.unit === null)
    return [{ pointer, code: 'NOT_A_NUMBER', message: '这一项不是数量，请写明实际情况' }];
  const fault = countFault(fact, foundNumber);
  return fault === null ? [] : [{ pointer, ...fault }];
}

/** The number first, whatever else is said of it. */
function inWords({ unit }: FiledFact, { found, foundNumber }: FactFinding): string | null {
  const words = saysWhat(found ?? '') ? guarded(found ?? null) : null;
  if (foundNumber === undefined || unit === null) return words;
  const number = counted(foundNumber, unit);
  return words === null || words === number ? number : `${number}（${words}）`;
}

/** Who may go: officials who verify filings, and inspectors; of the department and the place. */
export const VERIFIERS = ['filing.verify', 'task.inspect'] as const satisfies readonly Permission[];

/** A day before which nobody can have looked, and what it is called. */
export interface EarliestVisit {
  readonly day: PlainDate;
  readonly label: string;
}

const PUT_RIGHT: Partial<Readonly<Record<VerificationAction, string>>> = {
  correct: '申请人报告改正的日期',
  amend: '准予变更的日期',
  refile: '重新提交的日期',
};

/**
 * What is looked at is what was filed, and when it is looked at again what has been put right since: not before the acceptance, the last
 * visit, or the report or the change that the visit answers.
 * @law 养老机构管理办法（民政部令第66号）监督检查的规定：核实备案信息
 */
export function earliestVisit(
  { openedAt, origin }: Pick<Verification, 'openedAt' | 'origin'>,
  visits: readonly { readonly visitedOn: PlainDate }[],
  steps: readonly { readonly action: VerificationAction; readonly at: Date }[],
): EarliestVisit {
  const days: EarliestVisit[] = [
    { day: dateInShanghai(openedAt), label: origin === 'ACCEPTANCE' ? '准予的日期' : '决定核查的日期' },
    ...visits.map(({ visitedOn }) => ({ day: visitedOn, label: '上一次现场核查的日期' })),
    ...steps.flatMap(({ action, at }) => {
      const label = PUT_RIGHT[action];
      return label === undefined ? [] : [{ day: dateInShanghai(at), label }];
    }),
  ];
  return days.reduce((last, each) => (each.day > last.day ? each : last));
}

/**
 * Who went and when: two officials at least, each with an account of the office, not before what they looked at and not in the future.
 * @law 行政检查由两名以上工作人员实施（参照行政处罚法第四十二条）
 */
export function visitFaults(
  { officerIds, visitedOn }: { readonly officerIds: readonly string[]; readonly visitedOn: PlainDate },
  {
    earliest,
    today,
    able,
  }: { readonly earliest: EarliestVisit; readonly today: PlainDate; readonly able: ReadonlySet<string> },
): FieldError[] {
  const unknown = officerIds.flatMap((id, index) =>
    able.has(id)
      ? []
      : [
          {
            pointer: `/officerIds/${index}`,
            code: 'UNKNOWN_OFFICER',
            message: '不是本机关可以核查本件的人员',
          },
        ],
  );
  return [
    ...(new Set(officerIds).size < 2
      ? [{ pointer: '/officerIds', code: 'TOO_FEW', message: '现场核查由两名以上工作人员实施，请选择' }]
      : []),
    ...unknown,
    ...(visitedOn > today
      ? [{ pointer: '/visitedOn', code: 'IN_FUTURE', message: '核查日期不能晚于今天' }]
      : []),
    ...(visitedOn < earliest.day
      ? [
          {
            pointer: '/visitedOn',
            code: 'TOO_EARLY',
            message: `核查日期不能早于${earliest.label}（${earliest.day}）`,
          },
        ]
      : []),
  ];
}
