/** What a person says of an exam before writing its guide down. */
export interface Starter {
  readonly certification: string;
  readonly edition: string;
  readonly title: string;
  readonly vendor: string;
  /** The schema file editors check the guide with. */
  readonly schema: string;
}

/** A commented guide to fill in. It is valid as it is. */
export function starterText({ certification, edition, title, vendor, schema }: Starter): string {
  return `# yaml-language-server: $schema=${schema}
# A guide for certtrack. Check it:   certtrack syllabus validate FILE
# Use it:                            certtrack syllabus add FILE, then certtrack init --cert ${certification}
# Put the outline in your own words; exam guides may not be copied freely.

certification: ${certification}    # the same in every edition of this guide
edition: ${JSON.stringify(edition)}    # its year or exam code
title: ${JSON.stringify(title)}
vendor: ${JSON.stringify(vendor)}
status: current    # or superseded, or variant (beside the current one, such as a renewal exam)
# guide_version: "1.1"
# product_version: v1.35
# as_of: 2026-10-04    # when you read the guide
# source_url: https://example.com/guide
# retires_on: { en: 2027-06-11 }    # last day of the exam; or one date for all languages

# Leave out what is not published.
exam:
  # code: ABC-123
  # questions: { min: 40, max: 50 }    # or { scored: 50, unscored: 15 }, or { max: 90 }
  # minutes: 120
  # fee: { amount: 200, currency: USD }
  pass_mark: unpublished    # or { percent: 66 }, or { scaled: 720, min: 100, max: 1000 }
  # validity_years: 2
  # retake: { wait_days: [14, 60, 365], max_attempts: 4, within_years: 2 }

# Hours for the whole exam, shared out by weight where a topic names none.
study: { hours: 60 }

sections:
  - label: "1"    # as the guide prints it; it is only shown, so it may change
    title: First section
    weight: 60    # percent; "~22", "30-35", or leave it out everywhere when none are published
    topics:
      # The id is the key of all you log: keep it when you change title or label.
      - id: first-topic
        label: "1.1"
        title: First topic
        # study: 12h    # otherwise an even part of the section's
        aliases: [another name, a product name]
        objectives:
          - One thing the exam asks about
          - text: Another thing
            objectives: [one of its parts, another part]
      # Short form: label and title. The id is made from the title (second-topic) and changes with it.
      - "1.2 Second topic"
  # A section without topics is a topic itself.
  - label: "2"
    title: Second section
    weight: 40
    objectives: [One more thing]
`;
}
