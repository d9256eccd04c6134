import { partIn } from '../src/domain/opinion-part';

describe('the part of somebody in a filing on which another department is asked', () => {
  const hands = {
    filing: { applicantId: 'applicant', enteredBy: 'clerk', accountGivenBy: 'giver' },
    takingPart: new Set(['holder']),
  };

  it.each([
    ['applicant', 'OPINION_OF_YOUR_OWN_CASE'],
    ['clerk', 'OPINION_OF_YOUR_OWN_CASE'],
    ['giver', 'OPINION_OF_YOUR_OWN_CASE'],
    ['holder', 'OPINION_OF_YOUR_OWN_CASE'],
    ['asker', 'OPINION_OF_YOUR_OWN'],
    ['adviser', null],
  ])('is of the %s: %s', (person, part) => {
    expect(partIn(hands, 'asker', person)).toBe(part);
  });
});
