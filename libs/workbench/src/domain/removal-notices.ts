import { REGIME_WORDS, REMOVAL_WORDS, type NotificationType, type RemovalAct } from '@zhaoguan/contracts';
import type { InstitutionFacts, RemovalFacts } from './facts';
import type { Notice } from './notification';
import { inWords } from './notices';

/** Whom an act of a removal (注销、撤销) is told to: the institution, those who work on it, or those who decide it. */
export type RemovalAudience = 'OPERATOR' | 'MANAGERS' | 'DECIDERS';

/** To whoever filed for an institution before: what was revoked goes on with another, and what they were told stays with them. */
export const institutionPassedOn = (name: string, removalId: string): Notice => ({
  type: 'INSTITUTION_PASSED_ON',
  subject: { type: 'removal', id: removalId },
  title: `${name}被撤销以后，已由另一账号重新备案，您不再办理它的事项；有异议的，请联系备案机关`,
});

interface Told {
  readonly to: RemovalAudience;
  readonly type: NotificationType;
  readonly say: (name: string, facts: RemovalFacts, waived: boolean) => string;
}

const what = ({ type, regime }: RemovalFacts): string => REMOVAL_WORDS[regime].types[type];
const held = ({ regime }: RemovalFacts): string => REGIME_WORDS[regime].held;

const NOTICED: Told = {
  to: 'OPERATOR',
  type: 'REMOVAL_NOTICED',
  say: (name, facts) =>
    `${name}收到${what(facts)}事先告知${
      facts.statementUntil === null ? '' : `，可以在${inWords(facts.statementUntil)}前陈述、申辩`
    }`,
};

/** Who hears of each act, and in what words. Whoever works on a case hears of what others do in it. */
const TOLD: Readonly<Record<RemovalAct, readonly Told[]>> = {
  prepare: [],
  notice: [NOTICED],
  serve: [NOTICED],
  state: [
    {
      to: 'MANAGERS',
      type: 'REMOVAL_STATED',
      say: (name, facts, waived) =>
        waived
          ? `${name}已对${what(facts)}放弃陈述申辩，可以报请决定`
          : `${name}已就${what(facts)}陈述申辩，请复核后报请决定`,
    },
  ],
  recordStatement: [
    {
      to: 'OPERATOR',
      type: 'REMOVAL_STATEMENT_RECORDED',
      say: (name, facts, waived) =>
        `承办人员代${name}记入了对${what(facts)}${waived ? '放弃陈述申辩' : '的陈述申辩'}，请核对`,
    },
  ],
  propose: [
    { to: 'DECIDERS', type: 'REMOVAL_PROPOSED', say: (name, facts) => `${name}的${what(facts)}已报请决定` },
  ],
  sendBack: [
    {
      to: 'MANAGERS',
      type: 'REMOVAL_SENT_BACK',
      say: (name, facts) => `${name}的${what(facts)}已退回重新办理，请查看理由`,
    },
  ],
  decide: [
    {
      to: 'OPERATOR',
      type: 'REMOVAL_DECIDED',
      say: (name, facts) => `对${name}的${what(facts)}决定已作出（${facts.decisionNumber ?? ''}）`,
    },
    {
      to: 'MANAGERS',
      type: 'REMOVAL_DECIDED',
      say: (name, facts) => `${name}的${what(facts)}已决定（${facts.decisionNumber ?? ''}）`,
    },
  ],
  drop: [
    {
      to: 'OPERATOR',
      type: 'REMOVAL_DROPPED',
      say: (name, facts) => `对${name}的${what(facts)}已终止办理，${held(facts)}继续有效`,
    },
    {
      to: 'DECIDERS',
      type: 'REMOVAL_DROPPED',
      say: (name, facts) => `承办人员终止办理${name}的${what(facts)}，请查看理由`,
    },
  ],
  annul: [
    {
      to: 'OPERATOR',
      type: 'REMOVAL_ANNULLED',
      say: (name, facts) => `对${name}的${what(facts)}决定已被撤销，${held(facts)}恢复有效`,
    },
    {
      to: 'MANAGERS',
      type: 'REMOVAL_ANNULLED',
      say: (name, facts) => `对${name}的${what(facts)}决定已被撤销，${held(facts)}恢复有效`,
    },
  ],
};

/** What is told of an act, by audience. Without a notice the institution knows nothing of it, and need not. */
export function removalNotices(
  { action, waived }: { readonly action: RemovalAct; readonly waived: boolean },
  { name }: InstitutionFacts,
  facts: RemovalFacts,
): readonly { readonly to: RemovalAudience; readonly notice: Notice }[] {
  return TOLD[action]
    .filter(({ to }) => to !== 'OPERATOR' || facts.statementUntil !== null)
    .map(({ to, type, say }) => ({
      to,
      notice: { type, subject: { type: 'removal', id: facts.id }, title: say(name, facts, waived) },
    }));
}
