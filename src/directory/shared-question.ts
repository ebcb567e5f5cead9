/**
 * The same question for everybody who asks while the one before is under way: it is asked once more after that, and
 * the answer is theirs together. Nobody gets an answer that was asked for before they came.
 */
export function sharedQuestion<Subject, Answer>(
  ask: (subject: Subject) => Promise<Answer>,
): (subject: Subject) => Promise<Answer> {
  let running: Promise<unknown> | undefined;
  let next: Promise<Answer> | undefined;
  const start = (subject: Subject): Promise<Answer> => {
    next = undefined;
    const asked = ask(subject);
    const settled = asked.then(
      () => undefined,
      () => undefined,
    );
    running = settled;
    void settled.then(() => {
      if (running === settled) running = undefined;
    });
    return asked;
  };
  return (subject) => {
    if (!running) return start(subject);
    next ??= running.then(() => start(subject));
    return next;
  };
}
