import { INSTITUTION_STATUS_LABELS, REGIME_WORDS, REMOVAL_WORDS, siteInWords } from '@zhaoguan/contracts';
import type { FilingEndFacts, InstitutionRecord, OtherInstitution, Predecessor } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { longDate } from '../components/dates';
import { Section } from '../components/facts';
import type { PageContext } from '../http/page-context';
import { FilingEndMark } from './institution-words';

interface LineageProps {
  readonly context: PageContext;
  readonly record: Pick<InstitutionRecord, 'predecessors' | 'successors' | 'sitesOfLegalPerson'>;
}

/** Who stood at the address before, or was taken over, and why no more, who came after or took over, and where else the same legal person has institutions; nothing where there is neither. */
export function Lineage({ context, record }: LineageProps): VNode | null {
  const { predecessors, successors, sitesOfLegalPerson } = record;
  if (predecessors.length + successors.length + sitesOfLegalPerson.length === 0) return null;
  return (
    <Section id="lineage" title="沿革与关联">
      {predecessors.length > 0 && (
        <>
          <h3>此前的机构</h3>
          <ul class="records">
            {predecessors.map((predecessor) => (
              <li key={predecessor.id}>
                <a href={context.href(`/institutions/${predecessor.id}`)}>{predecessor.name}</a>{' '}
                {predecessor.filingEnd && <FilingEndMark filingEnd={predecessor.filingEnd} />}
                <p>{endText(predecessor)}</p>
              </li>
            ))}
          </ul>
          <p class="fine">
            此前在同一地址，或者终止时由本机构承接。此前的机构是另外备案的，它的检查结果、行政处罚在它自己的页面上查看。
          </p>
        </>
      )}
      {successors.length > 0 && (
        <>
          <h3>此后的机构</h3>
          <Others context={context} others={successors} />
          <p class="fine">
            此后在同一地址，或者本机构终止时承接。它是另外备案的，收费、服务以它自己的约定为准。
          </p>
        </>
      )}
      {sitesOfLegalPerson.length > 0 && (
        <>
          <h3>同一举办主体的其他机构</h3>
          <Others context={context} others={sitesOfLegalPerson} />
        </>
      )}
    </Section>
  );
}

interface OthersProps {
  readonly context: PageContext;
  readonly others: readonly OtherInstitution[];
}

function Others({ context, others }: OthersProps): VNode {
  return (
    <ul class="records">
      {others.map(({ id, name, kind, siteType, status, districtName }) => (
        <li key={id}>
          <a href={context.href(`/institutions/${id}`)}>{name}</a>
          <p class="quiet">
            {siteInWords({ kind, siteType })} · {districtName} · {INSTITUTION_STATUS_LABELS[status]}
          </p>
        </li>
      ))}
    </ul>
  );
}

function filingEndSentence({ endedAs, regime, endedOn }: FilingEndFacts): string {
  const { authority } = REGIME_WORDS[regime];
  const { CANCELLATION, REVOCATION } = REMOVAL_WORDS[regime].types;
  return endedAs === 'REVOKED'
    ? `${longDate(endedOn)}被${authority}${REVOCATION}。`
    : `${longDate(endedOn)}由${authority}${CANCELLATION}。`;
}

/** Until when it was there, and why it ended. */
function endText({ filingEnd, statusStep }: Predecessor): string {
  if (filingEnd) return filingEndSentence(filingEnd);
  if (statusStep?.action === 'close') return `${longDate(statusStep.effectiveOn)}起自行终止服务。`;
  return '已经终止服务，日期没有记载。';
}
