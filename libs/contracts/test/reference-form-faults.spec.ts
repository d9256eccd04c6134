import * as reference from '../src/reference';
import { brokenReference, firstItem, type BrokenFile } from './reference-file';

type File = Parameters<typeof firstItem>[0];

describe('a form with a fault is refused with its place', () => {
  const firstField = (file: File) => {
    const [step] = firstItem(file).steps as { fields: Record<string, unknown>[] }[];
    return step?.fields[0] ?? {};
  };

  it.each<BrokenFile>([
    [
      'a type of field that there is not',
      reference.parseForms,
      'forms.json',
      (f) => (firstField(f).type = 'colour'),
      /items\[0\]\.steps\[0\]\.fields\[0\]\.type.*colour/,
    ],
    [
      'a field that is required in no grade',
      reference.parseForms,
      'forms.json',
      (f) => (firstField(f).required = false),
      /required：应为 true、form 之一/,
    ],
    [
      'a misspelt attribute of a field',
      reference.parseForms,
      'forms.json',
      (f) => (firstField(f).maxLenght = 5),
      /maxLenght：不认识/,
    ],
    [
      'a pointer that is none',
      reference.parseForms,
      'forms.json',
      (f) => (firstField(f).pointer = 'institution.name'),
      /pointer：应为 \/institution\/name/,
    ],
    [
      'a condition with two meanings',
      reference.parseForms,
      'forms.json',
      (f) => (firstField(f).shownWhen = { any: [], all: [] }),
      /shownWhen\.any：不认识/,
    ],
    [
      'a condition on something that stands in no answer',
      reference.parseForms,
      'forms.json',
      (f) => (firstField(f).shownWhen = { field: '/institution/name', is: [{}] }),
      /is\[0\]：应为文字、数字/,
    ],
    [
      'a parameter that is neither a number nor a term',
      reference.parseForms,
      'forms.json',
      (f) => Object.assign((firstItem(f).rules as object[])[0] ?? {}, { parameters: { minimum: [10] } }),
      /parameters\.minimum：应为数字或文字/,
    ],
    [
      'a form that ends before it begins',
      reference.parseForms,
      'forms.json',
      (f) => (firstItem(f).effectiveTo = '2020-10-31'),
      /effectiveTo：早于生效日期/,
    ],
  ])('%s', (_, parse, name, change, message) => {
    const file = brokenReference(name, change);
    expect(() => parse(file)).toThrow(reference.ReferenceDataError);
    expect(() => parse(file)).toThrow(message);
  });
});
