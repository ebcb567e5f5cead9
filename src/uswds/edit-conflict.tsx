/** One field of a form whose value somebody else changed while the form was open. */
export interface ConflictField {
  readonly label: string;
  readonly yours: string;
  readonly now: string;
}

/**
 * Tells the second saver what changed meanwhile: both values beside each other for each field that differs. Nothing
 * was saved; the form under it keeps everything typed and carries the newer revision, so sending it again decides.
 */
export function EditConflict({ fields }: { fields: readonly ConflictField[] }) {
  return (
    <section class="usa-alert usa-alert--warning om-conflict" aria-labelledby="edit-conflict-title">
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading" id="edit-conflict-title">
          Somebody saved a change while you were writing
        </h2>
        <p class="usa-alert__text">
          Your text is kept in the form below, and nothing of it is lost. Compare, change what you want, and
          save again. What you save then counts.
        </p>
        <dl class="om-conflict__fields">
          {fields.map(({ label, yours, now }) => (
            <div class="om-conflict__field">
              <dt>{label}</dt>
              <dd>
                <span class="om-conflict__who">You wrote:</span> <Value text={yours} />
              </dd>
              <dd>
                <span class="om-conflict__who">It says now:</span> <Value text={now} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

function Value({ text }: { text: string }) {
  return text.trim() === '' ? <em>nothing</em> : <span class="om-written">{text}</span>;
}
