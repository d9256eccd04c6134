import { withRefused } from '../src/features/filings/form/held-back';

describe('an answer that the server alone does not take', () => {
  const at = '/institution/particulars/registryLevel';
  const refused = new Map([[at, { at, message: '由市民政部门受理' }]]);
  const said = (severity: 'ERROR' | 'WARNING') => ({
    pointer: at,
    code: 'X',
    message: '与代码不一致',
    basis: null,
    severity,
  });

  it('is said at its field as well, also beside a hint, and not where the form says what is wrong', () => {
    const messages = (...faults: ReturnType<typeof said>[]) =>
      withRefused(faults, refused).map(({ message, severity }) => [message, severity]);
    expect(messages()).toEqual([['由市民政部门受理', 'ERROR']]);
    expect(messages(said('WARNING'))).toContainEqual(['由市民政部门受理', 'ERROR']);
    expect(messages(said('ERROR'))).toEqual([['与代码不一致', 'ERROR']]);
  });
});
