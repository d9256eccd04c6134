import {
  auditDetailLabel,
  CREDENTIAL_TYPE_LABELS,
  departmentLabel,
  EXPIRY_FINDING_LABELS,
  FILING_TYPE_LABELS,
  GRADES,
  jobLabel,
  KIND_LABELS,
  LINK_KIND_LABELS,
  PENALTY_MEASURE_LABELS,
  PENALTY_SEVERITY_LABELS,
  PUBLICITY_CLASS_LABELS,
  REMOVAL_SERVICE_LABELS,
  REMOVAL_TYPE_LABELS,
  ROLE_LABELS,
  STAFF_POST_LABELS,
  stateLabel,
  type Grade,
} from '@zhaoguan/contracts';
import { isPlainDate } from '@zhaoguan/kernel';
import { dayInWords } from '../../shared/ui/dates';
import type { Fact } from '../../shared/ui/facts';
import { yuan } from '../../shared/ui/money';

type Labels = Readonly<Record<string, string>>;

/** The process of which the states of a subject are told. */
const PROCESSES: Labels = {
  filing: 'filing',
  removal: 'removal',
  draw: 'draw',
  task: 'inspection-task',
  result: 'inspection-result',
  'penalty-case': 'penalty-case',
};

const CODES: Readonly<Record<string, Labels>> = {
  roles: ROLE_LABELS,
  kind: KIND_LABELS,
  link: LINK_KIND_LABELS,
  measures: PENALTY_MEASURE_LABELS,
  severity: PENALTY_SEVERITY_LABELS,
  publicityClass: PUBLICITY_CLASS_LABELS,
  fields: {
    'legalRepresentative.phone': '法定代表人电话',
    'legalRepresentative.residentId': '法定代表人身份证号',
    'contact.phone': '联系人电话',
    'staff.name': '从业人员姓名',
  },
  channel: { PARTY: '当事人在线提交', RECORDED: '承办人记录', ...REMOVAL_SERVICE_LABELS },
  post: STAFF_POST_LABELS,
  credential: CREDENTIAL_TYPE_LABELS,
  finding: EXPIRY_FINDING_LABELS,
  type: { ...FILING_TYPE_LABELS, ...REMOVAL_TYPE_LABELS },
};

/**
 * What an entry says, as names and values for people. A name or code of another version of the program stays as it is.
 * @param placeOf name of a district
 */
export function factsOfDetail(
  detail: Readonly<Record<string, unknown>>,
  subjectType: string,
  placeOf: (code: string) => string,
): Fact[] {
  const say = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return listInWords(value, (one) => say(name, one));
    if (typeof value === 'boolean') return value ? '是' : '否';
    if (typeof value === 'object' && value !== null) return objectInWords(value, say);
    const text = String(value);
    if (name === 'districts') return text === '*' ? '全国' : placeOf(text);
    if (name === 'department' || name === 'departments') return departmentLabel(text);
    if (name === 'amountFen') return yuan(Number(value));
    if (name === 'job') return jobLabel(text);
    return codeInWords(name, text) ?? stateLabel(PROCESSES[subjectType] ?? '', text) ?? dayOrText(text);
  };
  const grades = gradesInWords(detail);
  if (subjectType === 'institution' && grades !== undefined) return [{ name: '信用等级', value: grades }];
  return Object.entries(detail)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => ({ name: auditDetailLabel(name), value: say(name, value) }));
}

/** A change of the credit grade is one fact, not two. */
function gradesInWords({ from, to }: Readonly<Record<string, unknown>>): string | undefined {
  return isGrade(from) && isGrade(to) ? `由 ${from} 级变为 ${to} 级` : undefined;
}

const isGrade = (value: unknown): value is Grade => GRADES.some((grade) => grade === value);

/** Short lists of codes one by one; what has members of its own is only counted. */
function listInWords(values: readonly unknown[], say: (value: unknown) => string): string {
  const plain = values.every((value) => typeof value !== 'object' || value === null);
  return plain ? values.map(say).join('、') : `${values.length} 项`;
}

function objectInWords(value: object, say: (name: string, value: unknown) => string): string {
  return Object.entries(value)
    .map(([name, member]) => say(name, member))
    .join(' ');
}

function codeInWords(name: string, code: string): string | undefined {
  const labels = Object.hasOwn(CODES, name) ? CODES[name] : undefined;
  return labels && Object.hasOwn(labels, code) ? labels[code] : undefined;
}

const dayOrText = (text: string): string => (isPlainDate(text) ? dayInWords(text) : text);
