import { stillThere } from '../src/features/institutions/lineage/predecessor-words';

it('an institution that goes on is not chosen as a predecessor, and that is said before', () => {
  expect(stillThere({ status: 'OPERATING', filingEndedAs: null })).toBe('在营，终止或者注销以后才能登记');
  expect(stillThere({ status: 'SUSPENDED', filingEndedAs: null })).toContain('终止或者注销以后');
  expect(stillThere({ status: 'CLOSED', filingEndedAs: null })).toBeUndefined();
  expect(stillThere({ status: 'OPERATING', filingEndedAs: 'REVOKED' })).toBeUndefined();
});
