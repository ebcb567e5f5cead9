import { describe, expect, it } from 'vitest';
import { Checkbox } from './checkbox.tsx';
import { CheckboxGroup } from './checkbox-group.tsx';
import { DateField } from './date-field.tsx';
import { FileField } from './file-field.tsx';
import { NumberField } from './number-field.tsx';
import { RadioGroup } from './radio-group.tsx';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

const asked = {
  name: 'sworn',
  label: 'Sworn officers',
  hint: 'Full time and part time.',
  error: 'Enter the number of sworn officers',
  required: true,
};
const kinds = [
  { value: 'police', label: 'Police department', description: 'City or town' },
  { value: 'sheriff', label: 'Sheriff’s office' },
];

describe.each([
  ['a text field', <TextField {...asked} />],
  ['a number field', <NumberField {...asked} />],
  ['a text area', <TextArea {...asked} />],
  ['a list to choose from', <Select {...asked} choices={kinds} />],
  ['a date field', <DateField {...asked} />],
  ['a file field', <FileField {...asked} accept={['.csv']} megabytes={25} />],
])('%s', (_, field) => {
  const html = field.toString();
  const [control = ''] = html.match(/<(input|textarea|select) [^>]*>/) ?? [];

  it('is tied to its label, hint and error', () => {
    expect(html).toContain(
      '<label class="usa-label usa-label--error" for="field-sworn">Sworn officers<span class="om-required"> (required)',
    );
    expect(control).toContain('id="field-sworn" name="sworn"');
    expect(control).toContain('aria-describedby="field-sworn-hint field-sworn-error"');
    expect(html).toMatch(/id="field-sworn-hint">Full time and part time\./);
    expect(html).toContain(
      'id="field-sworn-error"><span class="usa-sr-only">Error: </span>Enter the number of sworn officers',
    );
  });

  it('says that it is needed and wrong', () => {
    expect(control).toContain('required=""');
    expect(control).toContain('aria-invalid="true"');
  });
});

describe('a field without hint or error', () => {
  const html = (<TextField name="email" label="Email" type="email" autocomplete="email" />).toString();

  it('describes nothing and is not wrong', () => {
    expect(html).not.toMatch(/aria-describedby|aria-invalid|required/);
  });

  it('lets the browser fill it in', () => {
    expect(html).toContain('autocomplete="email"');
  });
});

describe('values', () => {
  it('are kept, with every sign in them escaped', () => {
    expect((<TextField name="a" label="A" value={'O"Brien <PD>'} />).toString()).toContain(
      'value="O&quot;Brien &lt;PD&gt;"',
    );
    expect((<TextArea name="a" label="A" value="<b>" />).toString()).toContain('>&lt;b&gt;</textarea>');
    expect((<NumberField name="a" label="A" value={0} />).toString()).toContain('value="0"');
  });

  it('of a text area keep a line break at their start', () => {
    expect((<TextArea name="a" label="A" value={'\nsecond line'} />).toString()).toContain(
      '>\n\nsecond line</textarea>',
    );
  });

  it('of a list show the chosen line, or the empty one', () => {
    const chosen = (
      <Select name="k" label="Kind" choices={kinds} value="sheriff" placeholder="Choose" />
    ).toString();
    expect(chosen).toContain('<option value="sheriff" selected="">');
    expect(chosen.match(/selected/g)).toHaveLength(1);
    const empty = (<Select name="k" label="Kind" choices={kinds} placeholder="Choose" />).toString();
    expect(empty).toContain('<option value="" selected="">Choose</option>');
  });
});

describe('a group of choices', () => {
  const radios = (
    <RadioGroup name="kind" label="Kind" choices={kinds} value="police" error="Choose a kind" required />
  ).toString();

  it('asks its question in the legend and describes it with the error', () => {
    expect(radios).toMatch(/<fieldset [^>]*aria-describedby="field-kind-error"/);
    expect(radios).toMatch(/<legend [^>]*>Kind<span class="om-required"> \(required\)/);
  });

  it('gives each choice a label, and its first the id that the error summary links to', () => {
    expect(radios).toMatch(/<input [^>]*id="field-kind" name="kind" value="police" checked=""/);
    expect(radios).toMatch(/<label class="usa-radio__label" for="field-kind-2">Sheriff/);
  });

  it('of checkboxes ticks every value sent', () => {
    const boxes = (
      <CheckboxGroup name="kind" label="Kinds" choices={kinds} values={['police', 'sheriff']} />
    ).toString();
    expect(boxes.match(/checked=""/g)).toHaveLength(2);
  });
});

describe('a single checkbox', () => {
  it('keeps its tick and its ties', () => {
    const html = (
      <Checkbox name="agree" label="I agree" hint="In full." error="Tick this box" checked required />
    ).toString();
    expect(html).toMatch(
      /<input required="" aria-describedby="field-agree-hint field-agree-error" aria-invalid="true" [^>]*id="field-agree" name="agree" value="yes" checked=""/,
    );
    expect(html).toMatch(/<label [^>]*for="field-agree">I agree/);
  });
});

describe('a file field', () => {
  it('names the types and the size it takes', () => {
    const html = (
      <FileField
        name="roster"
        label="Roster"
        hint="Your export."
        accept={['.csv', '.xlsx', '.xls']}
        megabytes={25}
      />
    ).toString();
    expect(html).toContain('Your export. CSV, XLSX, or XLS file, up to 25 MB.');
    expect(html).toContain('accept=".csv,.xlsx,.xls"');
  });
});
