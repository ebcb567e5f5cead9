import { describe, expect, it } from 'vitest';
import { ProgressBar } from './progress-bar.tsx';

describe('a progress bar', () => {
  const bar = (value: number, max: number, needed?: number) =>
    String(<ProgressBar label="Crisis training" value={value} max={max} needed={needed} text="in words" />);

  it('says in words what it draws, and draws without a style attribute', () => {
    expect(bar(5, 20)).toContain('in words');
    expect(bar(5, 20)).toMatch(/om-progress__fill" width="250"/);
    expect(bar(5, 20)).not.toContain('style');
  });

  it('is reached at what is needed, and never by an agency with nobody', () => {
    expect(bar(4, 20, 4)).toContain('om-progress--reached');
    expect(bar(3, 20, 4)).not.toContain('om-progress--reached');
    expect(bar(0, 0)).not.toContain('om-progress--reached');
  });

  it('stays within its ends', () => {
    expect(bar(30, 20)).toMatch(/om-progress__fill" width="1000"/);
    expect(bar(0, 0)).toMatch(/om-progress__fill" width="0"/);
  });
});
