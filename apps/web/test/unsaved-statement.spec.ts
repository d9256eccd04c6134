import { openTakeover } from '../src/features/filings/form/open-items';
import {
  lackingOf,
  saidTooEarly,
  savedStatement,
  statementIn,
  unsavedOf,
  type TypedStatement,
} from '../src/features/filings/takeover/unsaved-statement';
import type { Takeover } from '../src/features/filings/takeover/words';

const home = {
  id: '00000000-0000-7000-8000-000000000001',
  name: '示例·前院',
  filingNumber: '610116-YL-2026-0001',
  status: 'OPERATING',
} as const;
const inHouse: Takeover = {
  account: false,
  taken: false,
  own: null,
  homes: [home],
  required: false,
  remarkable: false,
  statement: null,
};
const typed: TypedStatement = {
  relation: 'SUCCESSOR',
  ground: undefined,
  explanation: '示例·合同终止',
  predecessorId: home.id,
};

describe('what was typed of the register and is not saved', () => {
  it('hinders the handing in, with what it lacks, and nothing does where nothing was typed', () => {
    expect(openTakeover(inHouse, null)).toEqual([]);
    expect(openTakeover(inHouse, typed)).toEqual([
      {
        pointer: '/takeover',
        text: '与名录中已有机构的关系：填写的说明还没有保存，请选择原因，保存，或者恢复原样',
      },
    ]);
    expect(openTakeover({ ...inHouse, account: true, required: true }, typed)).toHaveLength(1);
  });

  it('is nothing once it says what is saved, or once nothing stands there any more', () => {
    expect(unsavedOf(inHouse, savedStatement(inHouse))).toBeNull();
    expect(unsavedOf(inHouse, null)).toBeNull();
    expect(unsavedOf(inHouse, typed)).toEqual(typed);
    expect(unsavedOf({ ...inHouse, homes: [] }, typed)).toBeNull();
    expect(unsavedOf(null, typed)).toBeNull();
  });

  it('keeps what was typed, not what was chosen, where the code is another account’s now', () => {
    expect(unsavedOf({ ...inHouse, account: true }, typed)).toEqual({
      relation: 'SAME_PERSON',
      ground: undefined,
      explanation: '示例·合同终止',
      predecessorId: home.id,
    });
  });

  it('lacks relation and ground, and words where the ground is another one', () => {
    expect(lackingOf({ ...typed, relation: undefined })).toEqual(['选择关系', '选择原因']);
    expect(lackingOf({ ...typed, ground: 'OTHER', explanation: '……' })).toEqual(['写明原因']);
    expect(lackingOf({ ...typed, ground: 'CONTRACT_ENDED', explanation: '' })).toEqual([]);
  });

  it('is read from the device as far as it is one', () => {
    expect(statementIn(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
    expect(statementIn({ relation: 'SELLER', ground: 'CONTRACT_ENDED', explanation: '示例' })).toEqual({
      relation: undefined,
      ground: undefined,
      explanation: '示例',
      predecessorId: undefined,
    });
    for (const other of [undefined, null, 'x', [], { explanation: 1 }]) expect(statementIn(other)).toBeNull();
  });
});

describe('why another account files, said before place and head are there', () => {
  const takeover = { ...inHouse, account: true };
  const filled = {
    address: '示例路1号',
    legalRepresentative: { name: '示例·甲', residentId: '6101***', phone: '1' },
  };

  it('names what is to be filled in first, and nothing once it is', () => {
    const empty = { address: null, legalRepresentative: { name: null, residentId: null, phone: null } };
    expect(saidTooEarly({ takeover, institution: empty })).toBe(
      '还没有填写住所（服务场所地址）、法定代表人（主要负责人）身份证号：请先填写，再说明。说明以后填写或者改动的，须重新说明。',
    );
    expect(saidTooEarly({ takeover, institution: { ...empty, address: filled.address } })).not.toContain(
      '住所',
    );
    expect(saidTooEarly({ takeover, institution: filled })).toBeNull();
    expect(saidTooEarly({ takeover: inHouse, institution: empty })).toBeNull();
  });
});
