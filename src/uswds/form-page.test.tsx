import { describe, expect, it } from 'vitest';
import { FormPage } from './form-page.tsx';
import { PageFrameProvider } from './page-frame.tsx';
import { TextField } from './text-field.tsx';

const site = {
  campaignName: 'One Mind',
  contactEmail: '',
  supportStatement: '',
  disclaimer: '',
  development: false,
};

async function formPage(errors: Record<string, string>, multipart = false) {
  return String(
    await (
      <PageFrameProvider frame={{ site, path: '/pledge', viewer: undefined }}>
        <FormPage
          title="Your agency"
          action="/pledge"
          errors={errors}
          submit="Save and go on"
          multipart={multipart}
        >
          <TextField name="name" label="Name" error={errors.name} />
        </FormPage>
      </PageFrameProvider>
    ),
  );
}

describe('a page with a form', () => {
  it('sends with POST and leaves the checking to us, so that all faults are told at once', async () => {
    const html = await formPage({});
    expect(html).toMatch(/<form [^>]*id="form" method="post" action="\/pledge" novalidate="">/);
    expect(html).toContain('<title>Your agency | One Mind</title>');
    expect(html).not.toContain('role="alert"');
  });

  it('says first in the title that something was refused, and lists it before the form', async () => {
    const html = await formPage({ name: 'Enter the name' });
    expect(html).toContain('<title>Error: Your agency | One Mind</title>');
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('<form class="usa-form'));
  });

  it('can carry files', async () => {
    expect(await formPage({}, true)).toContain('enctype="multipart/form-data"');
  });
});
