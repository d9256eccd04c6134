import { caseWords, REGIME_WORDS } from '@zhaoguan/contracts';
import { dayInWords } from '../../../shared/ui/dates';
import { TAKEOVER_LABEL } from '../form/steps';
import type { Filing } from '../queries';

export type Takeover = NonNullable<Filing['takeover']>;
type Home = Takeover['homes'][number];

/** `“示例院”（610116-YL-2026-0001）` */
export const homeInWords = ({ name, filingNumber }: Pick<Home, 'name' | 'filingNumber'>): string =>
  `“${name}”${filingNumber === null ? '' : `（${filingNumber}）`}`;

const TAKEN =
  '这一处机构已在名录中，不能重复办理。代码或者地址填写有误的，请改正。就是这一家的：登记内容有变化，由它的经办人办理变更；经办人已经更换、账号无人使用的，请法定代表人持授权委托书和身份证件到办理机关，核实以后由管理员更换该账号的使用人。';
const ACCOUNT =
  '名录中使用这个统一社会信用代码的机构由另一个账号办理，或者终止服务以前由它办理。由本账号办理的，请在“材料”一步说明原因，并上传法定代表人签字、盖章的授权委托书；原账号会收到通知。';

/** Of a home of the account itself that nothing is to be filed for, as one whose filing came back after a draft of the next was begun. */
export function ownInWords({ takeover, status }: Pick<Filing, 'takeover' | 'status'>): string | null {
  const own = takeover?.own ?? null;
  if (own === null) return null;
  const rid = status === 'DRAFT' ? '这份草稿可以删除' : '本件可以撤回';
  return own.restoredOn === null
    ? `这一处是${homeInWords(own)}，已在名录中，由本账号办理，不能重复办理。代码或者地址填写有误的，请改正；登记内容有变化的，在机构页面办理变更；不再需要的，${rid}。`
    : `${homeInWords(own)}的${REGIME_WORDS[own.regime].held}已于${dayInWords(own.restoredOn)}恢复，继续有效，不需要重新办理，${rid}。登记内容有变化的，在机构页面办理变更；在另一处场所开展服务的，请填写另一处的地址。`;
}

/** What the applicant should know before they hand in, the weightiest first. */
export function beforeHandingIn(
  { account, taken, homes, statement }: Takeover,
  own: string | null = null,
): string[] {
  const names = homes.map(homeInWords).join('、');
  const stands = taken ? [TAKEN] : account ? [ACCOUNT] : [];
  return [
    ...(own === null ? stands : [own]),
    ...(homes.length === 0
      ? []
      : [
          statement?.relation === 'SUCCESSOR'
            ? `您说明承接${names}的场地：它终止服务或者由主管机关注销以后，本件才能准予。`
            : `名录中同一地址还有其他法人的${names}。承接它的场地、它不再经营的，请在“材料”一步说明原因并上传证明；与它同时在这里经营的，也请说明。`,
        ]),
  ];
}

/** Numbers of persons are masked when it is saved, which whoever typed them must not learn from the case alone. */
export function savedInWords(typed: string, after: Filing['takeover']): string {
  const hidden = (text: string) => text.split('*').length;
  return hidden(after?.statement?.explanation ?? '') > hidden(typed)
    ? '说明已经保存，其中的身份证号、电话号码已经遮盖。'
    : '说明已经保存。';
}

/** What was said, in one line. */
export function statementInWords(statement: Takeover['statement']): string {
  if (statement === null) return '没有说明';
  const { relationLabel, groundLabel, explanation } = statement;
  return `${relationLabel}；${groundLabel}${explanation === '' ? '' : `；${explanation}`}`;
}

/** That nothing is granted of what was handed in before another account came to hold the code; nothing of any other. */
export const unexplainedInWords = ({ required }: Pick<Takeover, 'required'>): string[] =>
  required
    ? [
        '使用同一统一社会信用代码的机构由另一个账号办理，或者终止服务以前由它办理，申请人没有说明原因、没有提交授权委托书：说明并上传以前，不能准予。',
      ]
    : [];

/** What to do at the desk about such a case: it is sent back where the law still lets it be. */
export function unexplainedAtDesk({
  takeover,
  availableActions,
  ...about
}: Pick<Filing, 'takeover' | 'availableActions' | 'regime' | 'type'>): string | undefined {
  if (takeover?.required !== true) return undefined;
  const words = caseWords(about);
  const told = '名录中使用这个统一社会信用代码的机构由另一个账号办理，本件没有说明原因、没有提交授权委托书：';
  return availableActions.includes('return')
    ? `${told}请在“${TAKEOVER_LABEL}”旁写明意见，退回补正，申请人说明并上传以后才能${words.accept}。`
    : `${told}不能${words.accept}。本件不能再退回补正的，请${words.refuse}并说明理由。`;
}

/** For who reads the case: what stands there, of which the applicant has said nothing. */
export function unstatedInWords(takeover: Takeover): string[] {
  const { homes } = takeover;
  return [
    ...unexplainedInWords(takeover),
    ...(homes.length > 0
      ? [`名录中同一地址还有${homes.map(homeInWords).join('、')}，申请人没有说明与它的关系。`]
      : []),
  ];
}

/** The homes named in it that have not ended: in their place nothing is granted. */
export function standingPredecessor({ statement, homes }: Takeover): Home | undefined {
  if (statement?.relation !== 'SUCCESSOR') return undefined;
  return homes.find(({ id }) => id === statement.predecessor?.id);
}

/** That people of the predecessor may have nowhere to go, for who decides: it has not ended by its own notice. */
export function unplacedInWords({ takeover, kind }: Pick<Filing, 'takeover' | 'kind'>): string[] {
  const { unplaced = null, predecessor = null } = takeover?.statement ?? {};
  if (unplaced === null || predecessor === null) return [];
  const people = kind === 'CHILDCARE' ? '在托婴幼儿' : '在住老年人';
  const count = unplaced.residents === null ? '' : `最后填报${people} ${unplaced.residents} 人，`;
  return [
    `原机构${homeInWords(predecessor)}没有办结终止服务，${people}的安置没有登记：${count}请核实已经全部安置、预收费已经退还。`,
  ];
}

/** Ready words for a refusal, which the registrar looks at before they count; none where nothing stands in the way. */
export function refusalWords(takeover: Filing['takeover']): string | null {
  if (takeover === null) return null;
  const standing = standingPredecessor(takeover);
  if (standing)
    return `申请承接场地的原机构${homeInWords(standing)}仍在名录中，没有终止服务，备案或者许可也没有注销，同一场地的服务对象尚未安置。原机构办理终止，或者由主管机关注销以后，可以重新办理。`;
  if (takeover.required)
    return '使用同一统一社会信用代码的机构由另一账号办理，本件没有说明由本账号办理的原因，没有提交授权委托书，不能证明由该法人委托办理。补齐法定代表人签字、盖章的授权委托书和身份证明以后，可以重新办理。';
  return takeover.account
    ? '使用同一统一社会信用代码的机构由另一账号办理，提交的授权委托书不能证明本件由该法人委托办理。补齐法定代表人签字、盖章的授权委托书和身份证明以后，可以重新办理。'
    : null;
}
