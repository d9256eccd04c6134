import { isEmpty, valueAt } from '@zhaoguan/forms';
import type { StepLine } from '../../../shared/form/step-list';
import { isLacking } from '../materials';
import type { Filing, FilingForm, FollowedRemark } from '../queries';
import { isFilledIn, remarksAt, stepOfPointer, CHECK, MATERIALS } from './steps';

interface Progress {
  readonly answers: object;
  readonly open: readonly { readonly pointer: string }[];
  readonly opened: ReadonlySet<string>;
  /** The steps that somebody went on from. */
  readonly left: ReadonlySet<string>;
  /** Whether anything was typed since the draft was begun. */
  readonly isBegun: boolean;
  readonly remarks: readonly FollowedRemark[];
  /** How much is to be said or saved of what stands in the register. */
  readonly unsaid: number;
}

type About = Pick<Filing, 'status' | 'materials'>;

/** The steps with what is open on each. Of a fresh draft nothing is missing yet: that is said of a step once it was begun or passed over. */
export function linesOf(
  filing: About,
  form: FilingForm,
  { answers, open, opened, left, isBegun, remarks, unsaid }: Progress,
): StepLine[] {
  // What was handed in once has been gone through.
  const isDraft = filing.status === 'DRAFT';
  const line = (key: string, isFilled: boolean, all: number, wrong: number) => {
    const isFresh = isDraft && !left.has(key) && !(isBegun && isFilled);
    const shown = isFresh ? wrong : all;
    const isUntouched = isDraft && ((!opened.has(key) && !isFilled) || shown < all);
    return { key, open: shown, isUntouched, ...remarksAt(form, remarks, key) };
  };
  const uploaded = filing.materials.some((material) => material.uploaded);
  const lacking = filing.materials.filter(isLacking).length;
  return [
    ...form.steps
      .filter(({ fields }) => fields.length > 0)
      .map((step) => {
        const here = open.filter(({ pointer }) => stepOfPointer(form, pointer) === step.key);
        const wrong = here.filter(({ pointer }) => !isEmpty(valueAt(answers, pointer)));
        return {
          title: step.title,
          ...line(step.key, isFilledIn(step, answers), here.length, wrong.length),
        };
      }),
    { title: '材料', ...line(MATERIALS, uploaded, lacking + unsaid, unsaid) },
    { key: CHECK, title: '核对并提交', open: 0, isAct: true, ...remarksAt(form, remarks, CHECK) },
  ];
}
