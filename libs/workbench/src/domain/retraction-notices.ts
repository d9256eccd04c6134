import type { FilingFacts } from './facts';
import { filing, typeInWords } from './filing-words';
import type { Notice } from './notification';

/** For the office: until it answers, what was accepted does not come into force. */
export const retractionAsked = (facts: FilingFacts): Notice => ({
  type: 'RETRACTION_ASKED',
  subject: filing(facts),
  title: `${facts.name}申请撤回已经准予、尚未生效的${typeInWords(facts)}，请决定是否准予`,
  awaits: { type: 'RETRACTION_TO_DECIDE', matterId: facts.id },
});

/** For the applicant, and for who asked in their name at the window. */
export const retracted = (facts: FilingFacts): Notice => ({
  type: 'RETRACTION_DECIDED',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}已准予撤回，不再执行，请查看准予撤回告知书`,
});

export const retractionDeclined = (facts: FilingFacts): Notice => ({
  type: 'RETRACTION_DECIDED',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}不予撤回，仍然有效，请查看告知书中的执行日期、理由和救济途径`,
});

/** For the office: there is nothing left to be answered. */
export const retractionTakenBack = (facts: FilingFacts): Notice => ({
  type: 'RETRACTION_TAKEN_BACK',
  subject: filing(facts),
  title: `${facts.name}不再申请撤回${typeInWords(facts)}，原事项仍然有效，不必再答复`,
});

/** For the applicant, where somebody at the window has asked, or ended it, in their name. */
export const retractionAskedForYou = (facts: FilingFacts): Notice => ({
  type: 'RETRACTION_ASKED',
  subject: filing(facts),
  title: `窗口已代您申请撤回${facts.name}的${typeInWords(facts)}；不是您的意思的，可以在本件中不再申请撤回，并告诉办理机关`,
});
