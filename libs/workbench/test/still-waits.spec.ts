import { WORK_ITEM_LABELS, type WorkItemType } from '@zhaoguan/contracts';
import { viewOf } from '../src/store/still-waits';

/** Nobody is told of these: they wait for an administrator in a list of their own. */
const TOLD_OF_NOBODY: readonly WorkItemType[] = ['JOB_TO_RETRY', 'ACCOUNT_TO_ACTIVATE'];

describe('where what waits is looked up again', () => {
  it.each(Object.keys(WORK_ITEM_LABELS) as WorkItemType[])('knows the view of %s', (type) => {
    expect(viewOf(type) === undefined).toBe(TOLD_OF_NOBODY.includes(type));
  });
});
