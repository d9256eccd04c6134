import { StatedForm, type StatedFormProps } from '../stated-form';

interface ReasonedFormProps extends Omit<StatedFormProps, 'words' | 'children'> {
  readonly reason: Omit<StatedFormProps['words'], 'field' | 'most'>;
}

const MOST_CHARACTERS = 1000;

/** A step of a retraction that needs its reason in words, and is confirmed. */
export function ReasonedForm({ reason, ...same }: ReasonedFormProps) {
  return <StatedForm {...same} words={{ ...reason, field: 'reason', most: MOST_CHARACTERS }} />;
}
