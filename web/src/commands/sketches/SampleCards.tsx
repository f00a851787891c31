import { type ReactElement, useEffect, useState } from 'react';
import { useCommandContext } from '../command-context.ts';
import { loadSample, openSample } from '../open-sample.ts';
import { SAMPLES, type Sample } from '../samples.ts';
import styles from './SketchCard.module.css';
import { SketchCard } from './SketchCard.tsx';
import type { Pictured } from './SketchPicture.tsx';

interface SampleCardsProps {
  /** Without it, all that there are. */
  readonly samples?: readonly Sample[];
  /** In one line, as small as can be seen. */
  readonly isStrip?: boolean;
  /** Called when one was chosen. */
  readonly onOpen?: () => void;
}

/** Samples to open, with pictures. */
export function SampleCards(props: SampleCardsProps): ReactElement {
  const { samples = SAMPLES, isStrip = false, onOpen } = props;
  return (
    <ul className={styles.cards} aria-label="Samples" data-strip={isStrip || undefined}>
      {samples.map((sample) => (
        <SampleCard
          key={sample.file}
          sample={sample}
          {...(onOpen === undefined ? {} : { onOpen })}
        />
      ))}
    </ul>
  );
}

interface SampleCardProps extends Pick<SampleCardsProps, 'onOpen'> {
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
