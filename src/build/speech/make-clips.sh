#!/bin/sh
# Makes the word clips of one language: one MP3 with all words, and a module that tells where each begins and how long
# it lasts.
#
#   src/build/speech/make-clips.sh vi src/main/resources/web/assets
#   src/build/speech/make-clips.sh en src/main/resources/web/assets
#
# Needs espeak-ng, sox and lame, all free software and none of them part of the product; see src/docs/SPEECH.md.
# AnnouncerTest and SpeechClipsTest hold the result against what the product says.
set -eu

language=$1
out=$2
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

case $language in
    vi) voice=vi; speed=120; pitch=42 ;;
    en) voice=en-us; speed=140; pitch=42 ;;
    *) echo "no voice is known for $language" >&2; exit 2 ;;
esac

rate=22050
# Every clip as loud as the others, near what a small loudspeaker can give without distortion.
loudness_db=-15
# Silence around clips, so that no rounding by a decoder lets one run into the next; and the marker, a beep whose place
# tells a player how far its decoder shifted everything (MP3 decoders differ by up to 50 ms).
gap_seconds=0.15
marker_at=0.2
marker_seconds=0.03

sox -D -n -r $rate -b 16 -c 1 "$work/gap.wav" trim 0 $gap_seconds
sox -D -n -r $rate -b 16 -c 1 "$work/lead.wav" trim 0 $marker_at
sox -D -n -r $rate -b 16 -c 1 "$work/marker.wav" synth $marker_seconds square 1000 gain -6
sox -D "$work/lead.wav" "$work/marker.wav" "$work/gap.wav" "$work/sprite.wav"

# espeak-ng's voice, without the silence around it, without what small loudspeakers only rattle at, and with more of
# what tells consonants apart in a noisy street.
say() {
    espeak-ng -v "$voice" -s "$speed" -p "$pitch" -a 100 -w "$work/raw.wav" "$1"
    sox -D "$work/raw.wav" -r $rate -b 16 -c 1 "$work/trimmed.wav" \
        silence 1 0.005 0.4% reverse silence 1 0.005 0.4% reverse \
        gain -6 highpass 140 equalizer 2800 1.2q 4 fade t 0.004 reverse fade t 0.015 reverse
    rms=$(sox "$work/trimmed.wav" -n stats 2>&1 | awk '/^RMS lev dB/ {print $4}')
    boost=$(awk "BEGIN {print $loudness_db - ($rms)}")
    sox -D "$work/trimmed.wav" "$work/clip.wav" gain -l "$boost"
}

# awk for the sums: seconds with three decimals, of a count of samples.
seconds() {
    awk "BEGIN {printf \"%.3f\", $1 / $rate}"
}

printf '// Made by src/build/speech/make-clips.sh: where each clip begins in the recording, and its seconds.\n' \
    > "$work/index.js"
printf 'export default {"sound": "/assets/speech-%s.mp3", "marker": %s, "clips": {' "$language" "$marker_at" \
    >> "$work/index.js"
separator=""
while IFS= read -r word; do
    say "$word"
    start=$(soxi -s "$work/sprite.wav")
    length=$(soxi -s "$work/clip.wav")
    sox -D "$work/sprite.wav" "$work/clip.wav" "$work/gap.wav" "$work/longer.wav"
    mv "$work/longer.wav" "$work/sprite.wav"
    printf '%s\n    "%s": [%s, %s]' "$separator" "$word" "$(seconds "$start")" "$(seconds "$length")" \
        >> "$work/index.js"
    separator=","
done < "$here/words-$language.txt"
printf '\n}};\n' >> "$work/index.js"

lame --quiet -m m -b 32 -q 2 "$work/sprite.wav" "$out/speech-$language.mp3"
cp "$work/index.js" "$out/speech-$language.js"
