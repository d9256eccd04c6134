import { permissionsOf, type Caller } from '@zhaoguan/contracts';
import { scopeOf } from '../src/domain/scope';

const PLACES = [
  { code: '610000', level: 'PROVINCE' },
  { code: '610100', level: 'CITY' },
  { code: '610116', level: 'COUNTY' },
  { code: '610118', level: 'COUNTY' },
  { code: '610116005', level: 'TOWNSHIP' },
  { code: '500152', level: 'COUNTY' },
] as const;
const held = (code: string, excludedTownships: string[]) => ({
  code,
  name: code,
  level: 'COUNTY' as const,
  parent: null,
  policyArea: null,
  districts: [code],
  townships: [],
  excludedTownships,
  validFrom: null,
  evidence: 'D' as const,
  note: null,
});
const JURISDICTIONS = [held('610116', ['610116005']), held('610100', ['610116005'])];

const caller = (districts: readonly string[]): Caller => ({
  id: '019a9f2e-7c00-7000-8000-000000000001',
  name: '示例·受理员',
  roles: ['REGISTRAR'],
  permissions: permissionsOf(['REGISTRAR']),
  districts,
  departments: ['civil-affairs'],
  traceId: 'test',
});
const scope = (...districts: string[]) => scopeOf(caller(districts), PLACES, JURISDICTIONS);

describe('how far a person reads', () => {
  it.each([
    [['610116'], ['610116', '610116005']],
    [['610100'], ['610100', '610116', '610118', '610116005']],
    [['610116005'], ['610116', '610116005']],
    [
      ['500152', '610118'],
      ['610118', '500152'],
    ],
    [[], []],
    [['*'], null],
  ])('%j: %j', (districts, places) => {
    expect(scope(...districts).places).toEqual(places);
  });

  it.each([[['610116']], [['610100']], [['610116005', '610118']], [['*']]])(
    'keeps the own divisions of %j apart from what lies inside them',
    (districts) => {
      expect(scope(...districts).office).toEqual(districts);
    },
  );

  it('leaves out the townships that another authority holds, unless the person is of that authority too', () => {
    expect(scope('610116').heldByOthers).toEqual(['610116005']);
    expect(scope('610100', '610116').heldByOthers).toEqual(['610116005']);
    expect(scope('610116', '610116005').heldByOthers).toEqual([]);
    expect(scope('*').heldByOthers).toEqual([]);
  });
});
