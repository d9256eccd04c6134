import type { Schemas } from '@zhaoguan/api-client';
import { INSTITUTION_STATUS_LABELS, matterInWords, REMOVAL_WORDS, type Regime } from '@zhaoguan/contracts';
import { dayInWords } from '../../shared/ui/dates';

export type OwnOfCode = Schemas['SameCodeDto']['own'][number];

/** What is known of a code, of the cases that may be opened. */
export type KnownOfCode = Omit<Schemas['SameCodeDto'], 'draftsUnseen' | 'draftsOfColleagues' | 'ended'>;

export type ImportedOfNobody = Schemas['SameCodeDto']['imported'][number];

/** What a draft takes from the register, by the words of the form. */
const BROUGHT_IN = [
  ['address', '服务场所地址'],
  ['township', '所在街道（镇）'],
  ['capacity', '床位数（托位数）'],
  ['nursingBeds', '护理型床位数'],
  ['servicePhone', '对外服务电话'],
] as const;
const TAKEN_OVER = [...BROUGHT_IN, ['floorAreaM2', '建筑面积']] as const;

type Answers = Schemas['FilingDto']['institution'];

/** Which answers of a draft are still as in the own institution that has ended at the same place; null where none is. */
export function takenOverInWords(
  ended: Schemas['SameCodeDto']['ended'],
  institution: Answers,
): string | null {
  if (ended === null) return null;
  const same = TAKEN_OVER.filter(([field]) => ended[field] !== null && ended[field] === institution[field]);
  if (same.length === 0) return null;
  const labels = same.map(([, label]) => label).join('、');
  return `已按您在这里原来办理的“${ended.name}”预填，请核对，有变化的改正：${labels}；其他各步的内容也请逐项核对。`;
}

/** Which answers of a draft are still as the register has them; null where none is. */
export function prefilledInWords(imported: readonly ImportedOfNobody[], institution: Answers): string | null {
  const [site, ...others] = imported;
  if (!site || others.length > 0) return null;
  const same = BROUGHT_IN.filter(([field]) => site[field] !== null && site[field] === institution[field]);
  return same.length === 0 ? null : `已按名录预填，请核对：${same.map(([, label]) => label).join('、')}。`;
}

/** What begins with a site that a directory brought in: it is theirs to say whether it is the same. */
export const importedInWords = ({ name, address }: ImportedOfNobody): string =>
  `名录中有由主管部门导入、还没有归入账号的“${name}”（${address}）。是同一处的，名录公布的名称、所在地、地址、规模和服务电话按名录预填，请逐项核对，有变化的改正；不是同一处的，请改为您的。`;

const isUnderWay = (status: OwnOfCode['status']): boolean => status !== 'ACCEPTED' && status !== 'REFUSED';

/** Which case it is, of when, and what has become of the institution and of what it held. */
export function ownInWords(own: OwnOfCode, atWindow = false): string {
  const { name, regime, on, statusLabel, institutionStatus, institutionPassed, filingEndedAs } = own;
  const end = filingEndedAs === null ? [] : [REMOVAL_WORDS[regime].ends[filingEndedAs]];
  const closed =
    institutionStatus === null || institutionStatus === 'OPERATING'
      ? []
      : [`机构${INSTITUTION_STATUS_LABELS[institutionStatus]}`];
  const passed = institutionPassed ? ['机构现由另一个账号办理'] : [];
  const state = [statusLabel, ...end, ...closed, ...passed].join('，');
  const day = isOfWindow(own) ? `窗口${dayInWords(on)}代${whoAt(atWindow)}起草` : dayInWords(on);
  return `${name}，${day}，${matterInWords(own)}（${state}）`;
}

/** The draft of a new filing in which it is told, and whether it was begun with what an ended case held. */
export interface NewDraft {
  readonly brought: boolean;
  /** Filled in at the window for its applicant. */
  readonly atWindow: boolean;
}

/** Whose filings they are, for who reads of them. */
const whoAt = (atWindow: boolean): string => (atWindow ? '申请人' : '您');

/** A draft that an official began (窗口代办): the applicant may not know of it. */
const isOfWindow = ({ status, enteredAtWindow }: OwnOfCode): boolean => status === 'DRAFT' && enteredAtWindow;

/** That there are cases of one's own under the code, and who began what is not handed in. */
export function begunInWords(own: readonly OwnOfCode[], label: string, atWindow: boolean): string {
  const who = whoAt(atWindow);
  if (own.every(isOfWindow)) return `窗口已经代${who}用这个代码起草过${label}的申请，还没有提交。`;
  return own.every(({ status }) => status === 'DRAFT')
    ? `${who}已经用这个代码起草过${label}的申请，还没有提交。`
    : `${who}已经用这个代码办理过${label}的申请。`;
}

/** Before an official begins at the window: what is in the account and they may not open, and who may; null where nothing is. */
export function unseenInWords({
  draftsUnseen,
  draftsOfColleagues,
}: Pick<Schemas['SameCodeDto'], 'draftsUnseen' | 'draftsOfColleagues'>): string | null {
  if (draftsUnseen === 0) return null;
  const begun = draftsOfColleagues.map(({ name, begunOn }) => `${name}（${dayInWords(begunOn)}）`).join('、');
  const colleagues =
    begun === ''
      ? ''
      : `其中 ${draftsOfColleagues.length} 份由本机关的${begun}在窗口起草，是同一处场所的，请其继续代填、提交。`;
  const goOn = begun === '' ? '由申请人登录以后' : '其余的由申请人登录以后';
  return `申请人的账号中已有 ${draftsUnseen} 份同一类别、同一代码的草稿，还没有提交，您看不到内容。${colleagues}请先与申请人核对：是同一处场所的，${goOn}继续填写、提交原来的草稿，或者删除原来的草稿再由窗口代填；在另一处场所开展服务的，可以继续代填。`;
}

/** Whether it was begun with what was filled in and uploaded before (重新填报): a file that is older than the case came with it. */
export const wasBrought = ({
  createdAt,
  materials,
}: Pick<Schemas['FilingDto'], 'createdAt' | 'materials'>): boolean =>
  materials.some(({ file }) => file !== null && file.uploadedAt < createdAt);

/** @param draft none before there is one */
function againInWords(draft: NewDraft | undefined): string {
  if (draft === undefined) return '没有准予的，条件具备后可以打开那一件，按原来填写的内容重新填报。';
  const brought = draft.brought
    ? '原来填写的内容和上传的材料已经带来，请逐项核对；须签字的申请表请重新打印、签字。改了代码的，材料都须重新上传；改了名称、地址的，登记证书、承诺书和场地的材料须重新上传。'
    : '';
  return `没有准予的那一件已经办结，${draft.atWindow ? '现在' : '您正在'}填写的是新的一件：请先对照当时的理由改正、补齐，再提交。${brought}`;
}

const endsInWords = (ended: boolean, closed: boolean): string =>
  [...(ended ? ['备案、许可已被撤销或者注销'] : []), ...(closed ? ['机构已终止服务'] : [])].join('，或者') +
  '的，';

/**
 * What to do, by what there is: a change is no advice to whom nothing may be changed any more, nor to whom the law asks for a
 * licence now.
 * @param own filings of the same person under the code
 * @param regime what is being applied for
 */
export function knownCodeAdvice(own: readonly OwnOfCode[], regime: Regime, draft?: NewDraft): string {
  const ended = own.filter(({ filingEndedAs }) => filingEndedAs !== null);
  const closed = own.filter((each) => each.institutionStatus === 'CLOSED' && each.filingEndedAs === null);
  const standing = own.filter(
    (each) =>
      each.institutionStatus !== null && each.institutionStatus !== 'CLOSED' && each.filingEndedAs === null,
  );
  const toLicense = regime === 'LICENCE' && standing.some((each) => each.regime === 'FILING');
  const over = ended.length > 0 || closed.length > 0;
  return [
    ...(own.some(({ status }) => isUnderWay(status))
      ? ['正在办理的，在原来的那一件上办理，不要重复办理。']
      : []),
    ...(own.some(({ status }) => status === 'REFUSED') ? [againInWords(draft)] : []),
    ...(toLicense ? ['已经备案的机构申请许可的，继续填写这一件。'] : []),
    ...(own.length === 0 || (standing.length > 0 && !toLicense)
      ? ['同一处场所已经在名录中、信息有变化的，从“机构名录”中打开这家机构，办理变更。']
      : []),
    ...(over
      ? [
          `${endsInWords(ended.length > 0, closed.length > 0)}不能再办理变更；继续提供服务的，继续填写这一件。`,
        ]
      : []),
    ...(over && standing.length === 0
      ? []
      : ['在另一处场所开展服务，或者机构在名录中但还没有在这里办理过的，也可以继续填写。']),
    ...(own.some(({ status }) => status === 'ACCEPTED')
      ? ['这个代码已经准予过的，法人、负责人和联系人的信息会自动带过来。']
      : []),
  ].join('');
}

/** `renewal`: the licence that it asks to go on; a draft that does so names no institution. */
interface AskedBeside {
  readonly type: string;
  readonly institutionId: string | null;
  readonly renewal?: unknown;
}

/**
 * What of it is told to whom applies from the page of an institution, for the licence that the law asks for now or for its renewal: that the
 * institution stands in the register is why they apply, so only what is not decided yet is said, and what was refused, with why.
 */
export function knownBeside(
  known: KnownOfCode | undefined,
  { type, institutionId, renewal }: AskedBeside,
): KnownOfCode | undefined {
  const isLicensed = institutionId !== null || (renewal ?? null) !== null;
  if (known === undefined || type !== 'INITIAL' || !isLicensed) return known;
  return {
    registered: false,
    imported: [],
    own: known.own.filter(({ status }) => isUnderWay(status) || status === 'REFUSED'),
  };
}
