import { parseForms } from '../src/reference';
import { formOfLicence } from '../src/said-of-licence';
import { loadReference } from './reference-file';

/** What is filed elsewhere, by laws of their own: fire proofs and packaged food. */
const OF_OTHERS = /消防验收备案|选备案凭证|文号或者备案编号|备案编号（YB/;

describe('a form in the words of a licence', () => {
  const forms = parseForms(loadReference('forms.json')).items.filter(({ kind }) => kind === 'CHILDCARE');

  it.each(forms.map((form) => [`${form.code} ${form.version}`, form] as const))(
    'says nothing of a filing, and asks the same: %s',
    (_, form) => {
      const licence = formOfLicence(form);
      const words = [
        licence.title,
        ...licence.steps.flatMap(({ title, intro, fields }) => [
          title,
          intro,
          ...fields.flatMap(({ label, help }) => [label, help ?? '']),
        ]),
        ...licence.rules.map(({ message }) => message),
      ];
      expect(words.filter((word) => word.includes('备案') && !OF_OTHERS.test(word))).toEqual([]);
      // 第八条至第十条 say what is handed in with a filing, how it is answered, and that its changes and its end are filed.
      const cited = [...licence.rules, ...licence.steps.flatMap(({ fields }) => fields)].map(
        ({ basis }) => basis,
      );
      expect(
        cited.filter(
          (basis) => basis?.law.includes('登记和备案办法') && /^第[八九十]条/.test(basis.article ?? ''),
        ),
      ).toEqual([]);
      const places = licence.rules.filter(({ code }) => code === 'CHILDREN_EXCEED_PLACES');
      expect(places.map(({ basis }) => `${basis?.law ?? ''}${basis?.article ?? ''}`)).toEqual(
        places.map(() => '《中华人民共和国行政许可法》第四十九条'),
      );
      const pointers = ({ steps }: typeof form) =>
        steps.map(({ fields }) => fields.map(({ pointer }) => pointer));
      expect(pointers(licence)).toEqual(pointers(form));
    },
  );
});
