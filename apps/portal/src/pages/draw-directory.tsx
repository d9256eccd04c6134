import {
  ACCOUNT_ACTS_PURPOSE,
  accountActsInWords,
  DIRECTORY_PURPOSE,
  directoryInWords,
  type AccountActs,
  type DirectoryFacts,
} from '@zhaoguan/contracts';
import type { VNode } from 'preact';
import { dayOf, longDate } from '../components/dates';
import { Section } from '../components/facts';

interface DirectoryProps {
  readonly facts: readonly DirectoryFacts[];
  readonly accounts: AccountActs;
  /** Whether the draw is laid open or thrown away. */
  readonly isOver: boolean;
}

/** Who could be sent, in numbers, and what was done to the directory around the announcement. */
export function Directory({ facts, accounts, isOver }: DirectoryProps): VNode | null {
  if (facts.length === 0) return null;
  return (
    <Section id="directory" title="检查人员名录">
      <p>{DIRECTORY_PURPOSE}</p>
      {facts.map((department) => (
        <ul key={department.department} class="plain">
          {directoryInWords(department, (instant) => longDate(dayOf(instant)), isOver).map(
            ({ text, isConspicuous }) => (
              <li key={text}>{isConspicuous ? <strong>{text}</strong> : text}</li>
            ),
          )}
        </ul>
      ))}
      <p>{ACCOUNT_ACTS_PURPOSE}</p>
      <p>{accountActsInWords(accounts, isOver)}</p>
    </Section>
  );
}
