import { matterInWords } from '@zhaoguan/contracts';
import type { Filing } from '../queries';
import { askRetraction, useRetractionAct, type RetractionOffer } from './queries';
import { ReasonedForm } from './reasoned-form';
import { afterAsking } from './retraction-words';

interface AskRetractionProps {
  readonly filing: Filing;
  readonly offer: RetractionOffer;
  readonly onClose: () => void;
}

/** The applicant, or the window for them, asks for what is not in force yet to be taken back. */
export function AskRetraction({ filing, offer, onClose }: AskRetractionProps) {
  const act = useRetractionAct((reason: string) => askRetraction(filing.id, reason), filing);
  const forAnother = offer.as === 'WINDOW';
  return (
    <ReasonedForm
      name="retraction"
      subjectId={filing.id}
      submit={askingInWords(offer)}
      reason={{
        label: '撤回的原因',
        extra: forAnother ? '写明申请人怎样提出、为什么撤回' : '写明为什么不再需要',
        missing: forAnother ? '请写明申请人怎样提出、为什么撤回' : '请写明撤回的原因',
      }}
      consequences={afterAsking(filing, offer)}
      told={`已申请撤回${matterInWords(filing)}，答复以前不生效。`}
      act={act}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

export const askingInWords = ({ as }: RetractionOffer): string =>
  as === 'WINDOW' ? '代申请人申请撤回' : '申请撤回';
