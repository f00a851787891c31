import { type ReactElement, useEffect, useState } from 'react';
import { useCommandContext } from '../command-context.ts';
import { loadSample, openSample } from '../open-sample.ts';
import { SAMPLES, type Sample } from '../samples.ts';
import styles from './SketchCard.module.css';
import { SketchCard } from './SketchCard.tsx';
import type { Pictured } from './SketchPicture.tsx';

interface SampleCardsProps {
  /** Called when one was chosen. */
  readonly onOpen?: () => void;
}

/** All samples, with pictures. */
export function SampleCards({ onOpen }: SampleCardsProps): ReactElement {
  return (
    <ul className={styles.cards} aria-label="Samples">
      {SAMPLES.map((sample) => (
        <SampleCard
          key={sample.file}
          sample={sample}
          {...(onOpen === undefined ? {} : { onOpen })}
        />
      ))}
    </ul>
  );
}

interface SampleCardProps extends SampleCardsProps {
  readonly sample: Sample;
}

function SampleCard({ sample, onOpen }: SampleCardProps): ReactElement {
  const context = useCommandContext();
  const pictured = useSampleText(sample);
  return (
    <SketchCard
      name={sample.title}
      detail={sample.description}
      sketch={pictured}
      onOpen={() => {
        onOpen?.();
        void openSample(context, sample);
      }}
    />
  );
}

function useSampleText(sample: Sample): Pictured | null {
  const [pictured, setPictured] = useState<Pictured | null>(null);
  useEffect(() => {
    let isGone = false;
    loadSample(sample).then(
      (text) => isGone || setPictured({ text, positions: [], assumptions: undefined }),
      // Without its text it is a card without a picture; opening it says why.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [sample]);
  return pictured;
}
