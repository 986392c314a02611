"""Every code of problem: its level, its sentence, its mend. English here, other languages in the catalogues."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.words import N_

Level = Literal["error", "warning", "notice"]


@dataclass(frozen=True)
class Code:
    """An error keeps the site from being published, a warning does under `--strict`, a notice never does."""

    level: Level
    message: str
    hint: str


CODES: Mapping[str, Code] = {
    # reading files
    "unreadable-file": Code(
        "error",
        N_("The file cannot be read."),
        N_("Check that it is a file and that you may open it, or remove it."),
    ),
    "wrong-encoding": Code(
        "error",
        N_("The file is not written in UTF-8: the byte here is not part of any character."),
        N_("Save the file again with the encoding “UTF-8”: in Windows’ Notepad it is chosen under “Save as”."),
    ),
    "empty-file": Code(
        "error",
        N_("The file is empty."),
        N_("Write its facts between two lines “---” and its text below them, or remove it."),
    ),
    "control-character": Code(
        "error",
        N_("There is an invisible control character here (code {number})."),
        N_("Delete it: write the words around it again if it comes back."),
    ),
    "unknown-folder": Code(
        "error",
        N_("“{name}” is not a folder of content."),
        N_("Use one of: {known}."),
    ),
    "unexpected-file": Code(
        "warning",
        N_("Nothing uses this file."),
        N_(
            "Name it <id>.md, <id>.yaml or <id>.<language>.md, put it in a record’s own folder and "
            "refer to it, or remove it."
        ),
    ),
    "bad-id": Code(
        "error",
        N_("“{id}” cannot be an id."),
        N_("Write it in lower-case letters without accents, digits and single hyphens, such as “{example}”."),
    ),
    "same-id": Code(
        "error",
        N_("Another file already describes this record: {other}."),
        N_("Keep one of the two, or give this one its own id."),
    ),
    "translation-alone": Code(
        "error",
        N_("This translation has no record: {expected} does not exist."),
        N_("Write the record in the first language first, or rename this file like it."),
    ),
    "no-front-matter": Code(
        "error",
        N_("The file does not begin with its facts."),
        N_("Begin with a line “---”, then the facts in YAML, then another line “---”, then the text."),
    ),
    "unclosed-front-matter": Code(
        "error",
        N_("The facts at the head of the file never end."),
        N_("Close them with a line “---” before the text."),
    ),
    "wrong-name": Code(
        "error",
        N_("The file is not read under this name: {cause}."),
        N_("Name it {example}."),
    ),
    "document-as-record": Code(
        "error",
        N_("The file is not read: “{ending}” is a document of a word processor."),
        N_("Write its facts and its text in {example}, saved as plain text; a document to be read goes beside it."),
    ),
    "merge-conflict": Code(
        "error",
        N_("A merge of two versions is left half-way here."),
        N_("Keep one of the two versions, and delete the lines with “<<<<<<<”, “=======” and “>>>>>>>”."),
    ),
    "invisible-sign": Code(
        "error",
        N_("There is a sign here that nobody sees: {name} ({number})."),
        N_("Delete it; where words need to be parted, write a common space."),
    ),
    "lost-letter": Code(
        "error",
        N_("“\ufffd” stands where a letter was lost: the file, or what was pasted, was read in another encoding."),
        N_("Write the letter that was there, or take the text anew from where it is sound."),
    ),
    "garbled-letters": Code(
        "error",
        N_("“{sign}” is what became of “{letter}”: the file, or what was pasted, was read in another encoding."),
        N_("Write “{letter}”; where there are many, take the text anew from where it is sound, and save it as UTF-8."),
    ),
    "facts-in-text": Code(
        "error",
        N_("“{key}” is a fact, and stands in the text: it would be published as it is written."),
        N_("Move it above the second line “---”."),
    ),
    "second-record": Code(
        "error",
        N_("A second record begins here: a file holds one."),
        N_("Move it to a file of its own."),
    ),
    # YAML
    "cut-value": Code(
        "error",
        N_("“{cut}” is lost: after a space, “#” begins a comment."),
        N_("Put the whole value between double quotes; a comment of yours goes on a line of its own."),
    ),
    "curly-quotes": Code(
        "error",
        N_("Curly quotation marks hold no value together: they would be shown."),
        N_("Write straight ones in their place, \", or none. To show them, put straight ones around all of it: '“…”'."),
    ),
    "wrong-dash": Code(
        "error",
        N_("“{sign}” does not begin an entry of a list."),
        N_("Write a hyphen and a space in its place: “- ”."),
    ),
    "yaml-syntax": Code(
        "error",
        N_("This is not valid YAML: {cause}."),
        N_("Look at this line and the one before: indentation, quotes, brackets, and a space after each colon."),
    ),
    "unquoted-quantity": Code(
        "error",
        N_("A value that begins with “{sign}” needs quotes."),
        N_('Write it between double quotes, such as "{example}".'),
    ),
    "duplicate-key": Code(
        "error",
        N_("“{key}” is written twice; the first is at line {line}."),
        N_("Keep one of the two."),
    ),
    "alias": Code(
        "error",
        N_("YAML shortcuts (“&”, “*”, “<<”, “!”) are not accepted."),
        N_(
            "Write the value in full; if it is a text that begins with one of these signs, put it "
            "between double quotes."
        ),
    ),
    "too-deep": Code(
        "error",
        N_("The values are nested more than {limit} levels deep."),
        N_("Write them with fewer levels."),
    ),
    "text-too-deep": Code(
        "error",
        N_("The lists or quotations of the text stand too deep inside each other."),
        N_("Write them with fewer levels."),
    ),
    "empty-value": Code(
        "error",
        N_("“{key}” has no value."),
        N_("Write the value, remove the line, or, if the source does not state it, list “{key}” under “not_stated”."),
    ),
    "no-value": Code(
        "error",
        N_("“{key}” has no value."),
        N_("Write the value, or remove the line."),
    ),
    "comma-in-text": Code(
        "error",
        N_("“{key}” looks like the rest of a text that a comma has cut."),
        N_('Between curly brackets a text with a comma needs double quotes: {{it: "uno, due", en: "one, two"}}.'),
    ),
    # values
    "unknown-key": Code(
        "error",
        N_("“{key}” is not a field of {where}."),
        N_("The fields are: {known}."),
    ),
    "wrong-type": Code(
        "error",
        N_("“{key}” should be {expected}."),
        N_("Write it as in the example: {example}."),
    ),
    "bad-date": Code(
        "error",
        N_("“{value}” is not a date."),
        N_("Write a day (2025-03-26), a month (2025-03) or a year (2025) that exists."),
    ),
    "bad-moment": Code(
        "error",
        N_("“{value}” is not a day with an hour."),
        N_(
            "Write 2027-05-12 18:30, or the day, the month or the year alone; a time zone such as Europe/Lisbon "
            "follows if it is not the site’s."
        ),
    ),
    "bad-degrees": Code(
        "error",
        N_("“{value}” is not a number of degrees up to {most}."),
        N_("Write degrees with a decimal point and no sign but a minus, such as {example}."),
    ),
    "bad-years": Code(
        "error",
        N_("“{value}” is not a year, nor two."),
        N_("Write a year, such as 2017, or the first and the last of several, such as 2012-13."),
    ),
    "bad-duration": Code(
        "error",
        N_("“{value}” is not a duration."),
        N_("Write a number and “days”, “months” or “years”, such as “3 years”."),
    ),
    "bad-quantity": Code(
        "error",
        N_("“{value}” is not a quantity."),
        N_("Write {form}; before it, if needed, “~” (about), “<” (less than), “~<” (almost) or “>” (over): {example}."),
    ),
    "ambiguous-number": Code(
        "error",
        N_("“{value}” can be read in two ways: as {whole}, and as {decimal}."),
        N_("Write {whole} if the dot parts thousands, {decimal} if it parts decimals: nothing else parts thousands."),
    ),
    "unknown-model": Code(
        "error",
        N_("The content is written for version {number} of the content model; this Vetrina knows version {current}."),
        N_("Use a Vetrina that knows it: this one is older than the content."),
    ),
    "older-model": Code(
        "notice",
        N_("The content is written for version {number} of the content model; this Vetrina knows version {current}."),
        N_("Run “vetrina upgrade --dry-run” to see what would change, then “vetrina upgrade”."),
    ),
    "old-name": Code(
        "error",
        N_("“{key}” is a name of an older content model: {now}."),
        N_("Run “vetrina upgrade --dry-run” to see what would change, then “vetrina upgrade”."),
    ),
    "bad-choice": Code(
        "error",
        N_("“{value}” is not one of the values of “{key}”."),
        N_("Use one of: {known}."),
    ),
    "no-language": Code(
        "error",
        N_("“{value}” is not the code of a language."),
        N_("Write the code of two letters, such as it, en, de, fr."),
    ),
    "no-time-zone": Code(
        "error",
        N_("“{value}” is not a time zone."),
        N_("Write its name in the database of time zones, such as Europe/Rome, Europe/Lisbon."),
    ),
    "unknown-in-words": Code(
        "error",
        N_("“{value}” says that “{key}” is not known, and would be published as its value."),
        N_("Remove the line and, if no source states it, list it: {example}."),
    ),
    "bad-url": Code(
        "error",
        N_("“{value}” is not a web address."),
        N_("Write it whole, beginning with https:// or http://."),
    ),
    "bad-path": Code(
        "error",
        N_("“{value}” cannot be an address of this site."),
        N_("Begin and end it with “/” and use only lower-case letters, digits, hyphens and slashes: “/old/address/”."),
    ),
    "bad-address-word": Code(
        "error",
        N_("“{value}” cannot be a word of an address: {cause}."),
        N_("Use lower-case letters without accents, digits and single hyphens, such as “{example}”."),
    ),
    "no-list": Code(
        "error",
        N_("The records of “{name}” have no list of their own."),
        N_("Use one of: {known}."),
    ),
    "leads-to-none": Code(
        "notice",
        N_("There is no record in content/{name} yet: the site does not show this entry."),
        N_("It comes by itself with the first record; if there is to be none, remove the entry."),
    ),
    "named-by-none": Code(
        "notice",
        N_("No published record names this one, and it has no page of its own: the site says nothing of it."),
        N_("Name it in the record that it belongs to. If that one is withdrawn or a draft, there is nothing to do."),
    ),
    "more-than-signed": Code(
        "notice",
        N_("Agreements signed, as of {day}: {signed} are declared, and {number} are here."),
        N_("Correct the number or its day, or the dates of the agreements."),
    ),
    "switched-off": Code(
        "notice",
        N_("The kind “{name}” is switched off: its records are not shown, {number} in all."),
        N_("Remove “off” to show them, or the records if they are of no use."),
    ),
    "bad-reference": Code(
        "error",
        N_("“{value}” is not a reference."),
        N_("Write {example}."),
    ),
    "bad-language": Code(
        "error",
        N_("“{value}” is not a language of this site."),
        N_("Use one of: {known}."),
    ),
    "unused-language": Code(
        "notice",
        N_("There are words here in a language that the site does not have, and they are not used: {languages}."),
        N_("They may stay. To show them, add the language to “languages” in content/site.yaml."),
    ),
    "no-words": Code(
        "error",
        N_("Vetrina has no words in this language ({language}, “{code}”) for pages and messages."),
        N_("Put locale/{code}.po beside content/, made from one of Vetrina’s catalogues: it has {known}."),
    ),
    "bad-catalogue": Code(
        "error",
        N_("The catalogue cannot be used: there is a mistake in “{value}”."),
        N_("A translation has the gaps in braces of its message, all spelt as there; gettext’s tools check the rest."),
    ),
    "written-twice": Code(
        "error",
        N_("{main} holds the words of the records in the site’s first language ({language}), and so does this file."),
        N_(
            "If {main} is in another language, write “written_in: {code}” in content/site.yaml; if not, keep one of "
            "the two. Records written so: {number}."
        ),
    ),
    "same-language": Code(
        "error",
        N_("The language “{value}” is listed twice."),
        N_("Keep one of the two."),
    ),
    "first-language-missing": Code(
        "error",
        N_("“{key}” has no text in the first language of the site ({language})."),
        N_("Add it: {{{code}: …}}."),
    ),
    "required-field": Code(
        "error",
        N_("“{key}” is missing."),
        N_("Write it or, if no source states it, list it: {example}."),
    ),
    "missing-key": Code(
        "error",
        N_("“{key}” is missing."),
        N_("Write it: it cannot be left unstated."),
    ),
    "stated-and-not": Code(
        "error",
        N_("“{key}” has a value and is also listed under “not_stated”."),
        N_("Remove one of the two."),
    ),
    "not-a-field": Code(
        "error",
        N_("“{key}” is listed under “not_stated” but is not a field of {where}."),
        N_("The fields are: {known}."),
    ),
    "no-such-entry": Code(
        "error",
        N_("“{key}” is of an entry of “{list}” that is not there: {name}."),
        N_("The entries are: {known}."),
    ),
    "one-of-two": Code(
        "error",
        N_("Of “{first}” and “{second}” exactly one is needed."),
        N_("Write one and remove the other."),
    ),
    "file-too-large": Code(
        "error",
        N_("The file is too large to be read: {size} bytes, at most {limit} are."),
        N_("Keep facts and texts in it; what is long goes into a document beside the record."),
    ),
    "too-large": Code(
        "error",
        N_("This text is too long to be read: {size} signs, at most {limit} are."),
        N_("Shorten it; what is long goes into a document beside the record."),
    ),
    "too-many-entries": Code(
        "error",
        N_("Here stand more entries than can be read: at most {limit}."),
        N_("Divide them among several records."),
    ),
    "too-many-signs": Code(
        "error",
        N_("From here on the sign “{sign}” stands more than {limit} times in one text or one paragraph."),
        N_("Remove those that mean nothing, or divide the text by blank lines."),
    ),
    "too-few": Code(
        "error",
        N_("“{key}” needs at least {number}."),
        N_("Add what is missing."),
    ),
    "too-long": Code(
        "warning",
        N_("“{key}” is {length} characters long; the limit is {limit}."),
        N_("Shorten it."),
    ),
    "missing-source": Code(
        "error",
        N_("The record names no source."),
        N_("Add at least one: “sources:” and, on the next line, “  - source: <id of a file in content/sources>”."),
    ),
    "fact-in-translation": Code(
        "error",
        N_("“{key}” is a fact: it cannot stand in a translation."),
        N_("Write it once, in {main}. A translation holds only: {known}."),
    ),
    "missing-alt": Code(
        "error",
        N_("The picture {file} has no alternative text."),
        N_("Say in a few words what the picture shows: {example}."),
    ),
    "missing-file": Code(
        "error",
        N_("The file “{file}” is not beside the record."),
        N_("Put it in {folder}, or correct its name."),
    ),
    "file-without-page": Code(
        "error",
        N_("The file “{file}” would not be published: an introduction has no files of its own."),
        N_("Put it beside a page of content/pages or a record, name it there, and link that page here."),
    ),
    "unpublishable-name": Code(
        "error",
        N_("The file “{file}” cannot be published under its name: {cause}."),
        N_("Rename the file, for example “{example}”, and write its new name here."),
    ),
    "twin-names": Code(
        "error",
        N_("“{file}” and “{other}” are one and the same file on some computers."),
        N_("Give one of the two another name."),
    ),
    "wrong-public-name": Code(
        "error",
        N_("“{file}” cannot be published under its name: {cause}."),
        N_("Rename it."),
    ),
    "taken-path": Code(
        "error",
        N_("“{file}” cannot be published as it is: the site itself has {other} there."),
        N_("Give it another name, or remove it."),
    ),
    "too-much-as-it-is": Code(
        "error",
        N_("This is more than is published as it is: {files} files at most, of {size} MB each, {deep} folders deep."),
        N_("Remove what nobody needs, or put it on another server and link it."),
    ),
    "thawed": Code(
        "error",
        N_("{file} is frozen, and is not what it was: its digest is another than the one written when it was frozen."),
        N_("Bring it back from git. Only “vetrina withdraw” takes a record out of it, and says so."),
    ),
    "not-frozen-whole": Code(
        "error",
        N_("“{file}” is no frozen table, or not a whole one: that is a CSV, and a JSON beside it that tells of it."),
        N_("Bring both back from git, or remove what is not theirs: “vetrina report register --freeze” writes them."),
    ),
    "frozen-withdrawn": Code(
        "error",
        N_("“{record}” is withdrawn, and this frozen table still has its words."),
        N_("Run “vetrina withdraw {record}”: it takes them out of the table, which gets a new digest and says why."),
    ),
    "frozen-gone": Code(
        "notice",
        N_("“{record}” is on this site no more, and row {row} of this frozen table still has its words."),
        N_(
            "If it is to come back, bring its files back from git. If it is to go, bring them back all the same and "
            "run “vetrina withdraw {record}”: it takes its words out of the table, and its address says why."
        ),
    ),
    "unreadable-picture": Code(
        "error",
        N_("The picture {file} cannot be shown: {cause}."),
        N_("Export it again as JPEG, PNG or WebP, smaller if need be; a drawing in SVG as PNG."),
    ),
    "missing-credit": Code(
        "error",
        N_("The picture {file} does not say whose it is."),
        N_("Write author and licence between quotation marks after the file: {example}."),
    ),
    "heavy-picture": Code(
        "notice",
        N_("The picture {file} is large: {size} kB."),
        N_("The site shows it smaller in any case. To keep the folder light, reduce it to 1600 pixels of width."),
    ),
    "wrong-file": Code(
        "error",
        N_("The file “{file}” is not {expected}."),
        N_("Export it again in that format, or correct the name."),
    ),
    "untagged-pdf": Code(
        "warning",
        N_("The PDF “{file}” has no tags: a screen reader cannot tell its headings, lists and tables."),
        N_(
            "Export it again as “tagged” or “accessible” PDF (PDF/UA). If it cannot be, say why under “allow”: "
            "{{code: untagged-pdf, because: …}}."
        ),
    ),
    "inaccessible-video": Code(
        "error",
        N_("The video {file} cannot be followed by everyone. It lacks: {missing}."),
        N_(
            "Name the files beside it in its entry of “attachments”: “subtitles: [{{file: …, language: …}}]” and "
            "“transcript: …”."
        ),
    ),
    "personal-email": Code(
        "error",
        N_("“{value}” looks like a person’s e-mail address."),
        N_("Use the mailbox of a role or an office, such as ufficio.stampa@… or urp@…."),
    ),
    "phone-number": Code(
        "error",
        N_("“{value}” looks like a telephone number."),
        N_(
            "Remove it. If it is something else, explain it under “allow”: "
            "{{code: phone-number, value: '{value}', because: …}}."
        ),
    ),
    "tax-code": Code(
        "error",
        N_("“{value}” is a person’s tax code."),
        N_("Remove it: it tells name, birthday and birthplace of a person."),
    ),
    "bank-account": Code(
        "error",
        N_("“{value}” is the number of a bank account (IBAN)."),
        N_(
            "Remove it. If it is one of the body’s own that all may know, explain it under “allow”: "
            "{{code: bank-account, value: '{value}', because: …}}."
        ),
    ),
    "identity-document": Code(
        "error",
        N_("“{value}” looks like the number of an identity document."),
        N_("Remove it."),
    ),
    "personal-data-in-file": Code(
        "error",
        N_("In the file “{file}” stands “{value}”, which looks like {what}."),
        N_(
            "Take it out of the file and export it again. If it is something else, explain it under “allow”: "
            "{{code: personal-data-in-file, value: '{value}', because: …}}."
        ),
    ),
    "unexamined-file": Code(
        "error",
        N_("The file “{value}” cannot be looked through for personal data: {cause}."),
        N_(
            "Export it again, without protection and in a common form, or in smaller parts. If you have looked through "
            "it and it has none, say so under “allow”: {{code: unexamined-file, value: '{value}', because: …}}."
        ),
    ),
    "personal-data-published": Code(
        "error",
        N_("“{value}”, which looks like {what}, would be published on this page."),
        N_("Remove it from what the page shows. That it was not told before is a fault of Vetrina: please report it."),
    ),
    "unnamed-value": Code(
        "error",
        N_("This exception of “{code}” does not say of what."),
        N_("Write which one is meant, as the message has it: {{code: {code}, value: …, because: …}}."),
    ),
    "unknown-code": Code(
        "error",
        N_("“{code}” is not a code that a record can allow itself."),
        N_("Use one of: {known}."),
    ),
    "bad-contrast": Code(
        "error",
        N_(
            "The accent {value} is hard to read on the {scheme} background: contrast {ratio}, at least "
            "{needed} is needed."
        ),
        N_("Choose a {direction} colour."),
    ),
    "unknown-vocabulary": Code(
        "error",
        N_("“{name}” is not a vocabulary."),
        N_("Use one of: {known}."),
    ),
    "same-term": Code(
        "error",
        N_("The entry “{id}” stands twice in this vocabulary."),
        N_("Keep one of the two."),
    ),
    "missing-classification": Code(
        "error",
        N_("The record is classified (“{key}”) and does not say by whom."),
        N_("Add “classification: editorial” if we chose it, “classification: source” if a source states it."),
    ),
    # the whole
    "unknown-reference": Code(
        "error",
        N_("No record “{id}” in content/{folder}."),
        N_("Correct the id, or write the record first."),
    ),
    "record-moved": Code(
        "error",
        N_("“{was}” was the name or the address of a record that has moved."),
        N_("It is now “{now}”: write that."),
    ),
    "no-page": Code(
        "error",
        N_("What is in content/{name} has no page of its own: nothing can refer to it."),
        N_("Use one of: {known}."),
    ),
    "hidden-reference": Code(
        "error",
        N_("“{id}” is not published ({why}), and this record is."),
        N_("Publish it, hide this record too, or remove the reference."),
    ),
    "unknown-term": Code(
        "error",
        N_("“{id}” is not an entry of content/vocabularies/{vocabulary}.yaml."),
        N_("Use one of: {known}."),
    ),
    "missing-vocabulary": Code(
        "error",
        N_("“{id}” cannot be used: there is no vocabulary content/vocabularies/{vocabulary}.yaml."),
        N_("Write the vocabulary with its terms, or remove the line."),
    ),
    "unverified-term": Code(
        "error",
        N_("“{id}” is not verified at the source of its vocabulary, so it is not offered."),
        N_("Verify it there and write “verified: true”, or leave it out of the record."),
    ),
    "unknown-macro-area": Code(
        "error",
        N_("“{id}” is not a macro-area of the plan {plan}."),
        N_("Use one of: {known}."),
    ),
    "plan-of-another": Code(
        "error",
        N_("The plan of {body} does not govern this record, in which it has no part."),
        N_("Remove the area from “plan_areas”."),
    ),
    "unknown-computation": Code(
        "error",
        N_("“{name}” is not one of the figures that Vetrina computes."),
        N_("Use one of: {known}."),
    ),
    "istat-mismatch": Code(
        "error",
        N_("The ISTAT code {code} is that of {name}."),
        N_("Write the code of the municipality of the record, or remove “istat”: lists do without it."),
    ),
    "istat-unknown": Code(
        "notice",
        N_("No municipality of the list of 2023 has the ISTAT code {code}: no picture can have the place."),
        N_("Check the code; the place stays in the lists."),
    ),
    "ends-before-start": Code(
        "error",
        N_("“{end}” comes before “{start}”."),
        N_("Correct the wrong one of the two dates."),
    ),
    "not-yet": Code(
        "error",
        N_("“{key}” is to come: {day}."),
        N_("Correct the date, or remove it: it is the day of what has happened already."),
    ),
    "result-to-come": Code(
        "error",
        N_("“{key}” has a value, but “{date}” is still to come: {day}."),
        N_("Correct the date, or leave “{key}” out until then."),
    ),
    "contradiction": Code(
        "error",
        N_("“{key}” has a value, and “{other}” is “{value}”: one contradicts the other."),
        N_("Write “{other}: {needed}” if that is so, or remove “{key}”."),
    ),
    "status-to-come": Code(
        "error",
        N_("“{key}” is “{value}”, but “{date}” is still to come: {day}."),
        N_("Correct the wrong one of the two."),
    ),
    "status-overtaken": Code(
        "notice",
        N_("“{key}” is “{value}”, but “{date}” has passed: {day}."),
        N_("See at its sources how things stand now, then correct the one or the other."),
    ),
    "not-apart": Code(
        "error",
        N_("“{id}” is named in “{key}” and in “{other}”."),
        N_("Leave it in one of the two: whoever is in “{other}” is not in “{key}”."),
    ),
    "not-among": Code(
        "error",
        N_("“{id}” is not named in “{other}”."),
        N_("Write one of these, or add it to “{other}”: {known}."),
    ),
    "named-empty": Code(
        "error",
        N_("“{name}” is named in “{key}” and has no value."),
        N_("Write its value, or take it out of “{key}”."),
    ),
    "other-number": Code(
        "warning",
        N_("The numbers in {language} are not those in {first}: {numbers}."),
        N_(
            "Correct the wrong ones. If all are right, say so under “allow” in the record: "
            "{{code: other-number, because: …}}."
        ),
    ),
    "out-of-order": Code(
        "error",
        N_("“{value}” comes after “{last}” in “{key}”, whose last entry is shown as the newest."),
        N_("Put the entries in order, from the oldest, or correct the wrong one."),
    ),
    "two-units": Code(
        "error",
        N_("“{value}” has a unit of its own, and the record’s unit after it is “{unit}”: the page would say both."),
        N_("Write the number alone, in that unit; or let the unit say what the figure is of: “of the families”."),
    ),
    "other-unit": Code(
        "error",
        N_("“{key}” has two units: here “{value}”, in its first entry “{first}”."),
        N_("Write all values in the same unit."),
    ),
    "period-to-come": Code(
        "error",
        N_("The period “{period}” is still to come."),
        N_("Correct the year. If it is a figure to be reached, write “period_is: target”."),
    ),
    "finding-disagrees": Code(
        "notice",
        N_("The sentence about the values names what is none of them, or is of another period: {numbers}."),
        N_("Correct it, or take it out: meanwhile the picture has the title that Vetrina finds."),
    ),
    "other-sort": Code(
        "error",
        N_("“{id}” cannot stand here: its “{field}” is another."),
        N_("Name a record whose “{field}” is {known}, or correct that one."),
    ),
    "leads-back": Code(
        "error",
        N_("“{key}” leads back to this record, by {ids}."),
        N_("Correct the wrong one: of two records one is the part, or the earlier, never both."),
    ),
    "names-later": Code(
        "error",
        N_("“{key}” names “{id}”, which is of later: {day}."),
        N_("Name an earlier record, or correct the wrong date."),
    ),
    "older-source": Code(
        "error",
        N_("“{key}” is {day}, but the source “{source}” is older: {date}."),
        N_("Correct the wrong date, or name the source that attests it."),
    ),
    "withdrawn-evidence": Code(
        "warning",
        N_("This rests only on what has been withdrawn ({ids}): {fields}."),
        N_("Name a source or a record that shows it and is published, or take it out."),
    ),
    "shows-nothing": Code(
        "warning",
        N_("“{id}” is no evidence of a claim."),
        N_("Name a source, an indicator or something that was done: a case study is shown by none of its kind."),
    ),
    "withdrawn-subject": Code(
        "error",
        N_("“{record}” is withdrawn, and this record still repeats what it said."),
        N_("Withdraw this one too: write the same “withdrawn” here."),
    ),
    "wrong-point": Code(
        "error",
        N_("The point is not where it should be: {where}."),
        N_(
            "Write latitude and longitude as the source gives them: in Italy the first is from 35 to 48, "
            "the second from 6 to 19."
        ),
    ),
    "same-value": Code(
        "error",
        N_("“differing” gives “{key}” the value that it has: {value}."),
        N_("Write what the other source says, or remove the entry."),
    ),
    "duration-and-end": Code(
        "error",
        N_("“{end}” contradicts “{length}”: “{duration}” from “{start}” would end on {day}."),
        N_("Correct the wrong one. If sources do not agree, write what another one says under “differing”."),
    ),
    "unlikely-effect": Code(
        "notice",
        N_("“{key}” is {value}, more than a year before “{other}”, which is {then}."),
        N_(
            "Correct the year that is wrong. If a source says so, say so under “allow”: "
            "{{code: unlikely-effect, because: …}}."
        ),
    ),
    "unlikely-duration": Code(
        "warning",
        N_("“{value}” is longer than {most} years."),
        N_(
            "Correct the number or its unit. If a source says so, say so under “allow”: "
            "{{code: unlikely-duration, because: …}}."
        ),
    ),
    "counted-back": Code(
        "error",
        N_("“{key}” is {value} in {when}, but it was already {other} in {before}."),
        N_("Correct the wrong number, or the wrong year: what comes later has a higher number."),
    ),
    "lies-elsewhere": Code(
        "error",
        N_("“{key}” names “{id}”, whose “{field}” is “{there}”; here it is “{here}”."),
        N_("Correct the wrong one: what lies inside another has the same “{field}”."),
    ),
    "same-code": Code(
        "warning",
        N_("{other} has the same “{key}”: {value}."),
        N_(
            "Correct the wrong one: a code is of one record alone. If both are right, say so under “allow”: "
            "{{code: same-code, because: …}}."
        ),
    ),
    "more-than-all": Code(
        "error",
        N_("“{key}” is more than “{other}”: {value} of {limit}."),
        N_("Correct the wrong one of the two: a part is never more than all of it."),
    ),
    "above-whole": Code(
        "warning",
        N_("{value} is more than the whole, {whole}."),
        N_(
            "Correct the wrong one. If it is no share but a growth, or sources do not agree, say so under “allow”: "
            "{{code: above-whole, because: …}}."
        ),
    ),
    "same-entry": Code(
        "error",
        N_("“{key}” has {value} twice; the first is at line {line}."),
        N_("Make one entry of the two, or correct the wrong one."),
    ),
    "names-itself": Code(
        "error",
        N_("“{key}” names the record itself."),
        N_("Name the other record, or remove the line."),
    ),
    "same-record": Code(
        "warning",
        N_("{other} has the same: {fields}. One thing seems to be told twice."),
        N_(
            "Keep one of the two. If they are two things, name one in the other, as under “related”, or say so "
            "under “allow”: {{code: same-record, because: …}}."
        ),
    ),
    "same-address": Code(
        "error",
        N_("Two pages would have the address {address}: this one and {other}."),
        N_("Change one of the two."),
    ),
    "broken-link": Code(
        "error",
        N_("The link “{target}” leads nowhere."),
        N_(
            "Link a record with ref:folder/id, a web page with https://…, a mailbox with mailto:…, a file beside this "
            "one with its name."
        ),
    ),
    "html-comment": Code(
        "error",
        N_("There is a comment here, and the site does not hide it."),
        N_("Delete it: notes for those who write belong elsewhere."),
    ),
    "raw-html": Code(
        "error",
        N_("{tag} is HTML, and would be shown as it is written."),
        N_("Write it in Markdown, “{mend}”, or delete it. Of HTML only <sub>, <sup> and <br> are read."),
    ),
    "markup-in-fact": Code(
        "warning",
        N_("“{sign}” would be shown as it is written: “{key}” is plain text."),
        N_("Write the words alone."),
    ),
    "raw-markdown": Code(
        "error",
        N_("“{sign}” would be shown as it is written: here it means nothing."),
        N_("Close what it opens, or write what it refers to; to show it, write a backslash before it."),
    ),
    "uncalled-note": Code(
        "error",
        N_("Nothing in the text calls the note “{sign}”: nobody would know what it is said of."),
        N_("Write “{sign}” after the words that it is said of, or delete the note."),
    ),
    "table-without-dashes": Code(
        "error",
        N_("No table comes of these rows: the line of dashes below the first is missing."),
        N_("Write “{dashes}” below it; where they go on with the table above, take the blank line between them away."),
    ),
    "table-of-tabs": Code(
        "error",
        N_("No table comes of cells that are divided by tabs: they run into one line."),
        N_("Write “{head}”, below it “{dashes}”, and the other rows likewise."),
    ),
    "too-many-cells": Code(
        "error",
        N_("“{cell}” would not be shown: its row has more cells than the head of the table."),
        N_("Add a column to the head and to the line of dashes; a “|” that belongs to the words is written “\\|”."),
    ),
    "text-below-table": Code(
        "error",
        N_("This line would become a row of the table above it."),
        N_("Leave a blank line before it; if it is a row, divide its cells with “|”."),
    ),
    "unfinished": Code(
        "error",
        N_("“{words}” says that something is still to be written."),
        N_("Write it or delete this; a record may also wait as a draft: “draft: true”."),
    ),
    "pasted-file": Code(
        "error",
        N_("A file is pasted into the text as letters."),
        N_('Save it beside the record and name it: ![what it shows](foto.jpg "author and licence").'),
    ),
    "bullet-in-line": Code(
        "error",
        N_("“{sign}” stands within a line: no list comes of it."),
        N_("Begin a line with each entry, and each line with “- ”."),
    ),
    "unknown-anchor": Code(
        "error",
        N_("The page of “{id}” has no part “{anchor}”."),
        N_("Its parts are: {known}."),
    ),
    "missing-translation": Code(
        "warning",
        N_("“{key}” has no text in {language}, although the record has a page in that language."),
        N_("Add it: {{{code}: …}}."),
    ),
    "stale-translation": Code(
        "notice",
        N_("The first-language words have changed since this translation was made: {parts}."),
        N_("Bring the translation up to date, then run “{command}”, or write “translated_from: {mark}”."),
    ),
    "unreadable-mark": Code(
        "notice",
        N_("“translated_from” does not have the form that Vetrina writes, and does not tell what has changed since."),
        N_("Compare the translation with {path}, then run “{command}”, or write “translated_from: {mark}”."),
    ),
    "unmarked-translation": Code(
        "notice",
        N_("The translation does not say which version of the words it translates."),
        N_("If it is up to date, run “{command}”, or write “translated_from: {mark}”."),
    ),
    "text-untranslated": Code(
        "notice",
        N_("The text of {path} is not translated: this page has none."),
        N_("Write it below the second line “---”, then run “{command}”."),
    ),
    "untranslated": Code(
        "notice",
        N_("The record has no page in {language}."),
        N_("Add {file} with title, summary and text."),
    ),
    "refused-word": Code(
        "warning",
        N_("The style sheet refuses “{word}”: {because}."),
        N_(
            "Write instead: {preferred}. If it must stand, add the phrase around it to “unless” in content/style.yaml, "
            "or explain it under “allow”: {{code: refused-word, because: …}}."
        ),
    ),
    "untraced-figure": Code(
        "notice",
        N_("It is not said which source of the record gives “{key}”."),
        N_("Add “{key}” to the “fields” of the source that gives it."),
    ),
    "unmarked-deduction": Code(
        "notice",
        N_("“{key}” is {day}, which “{id}” does not state but deduces, and nothing here says so."),
        N_("Add “{mark}” beside it, or name a source that states the day."),
    ),
    "review-due": Code(
        "notice",
        N_("This record was to be reviewed by {day}."),
        N_("Verify it at its sources, then move “verified_on” and “review_by” forward."),
    ),
    "undone": Code(
        "notice",
        N_("“{key}” is again as it was before {first} changed it: {second} saved it so."),
        N_("Ask both which of the two is right, and write that before the request is merged."),
    ),
    "words-undone": Code(
        "notice",
        N_(
            "“{key}” says again “{words}”, as it did before {first} changed that: {second} saved it so, with other "
            "changes."
        ),
        N_("Ask both which of the two is right, and write that before the request is merged."),
    ),
    "file-taken-away": Code(
        "notice",
        N_("{first} wrote this file, and {second} deleted it."),
        N_("Ask both whether it is to be there before the request is merged."),
    ),
    "file-brought-back": Code(
        "notice",
        N_("{first} deleted this file, and {second} wrote it again."),
        N_("Ask both whether it is to be there before the request is merged."),
    ),
    "placeholder": Code(
        "error",
        N_("“{key}” is still a placeholder: a production build needs the owner’s own."),
        N_("Write it in content/site.yaml: only a preview or a demonstration goes without it."),
    ),
    # the built site
    "dead-link": Code(
        "error",
        N_("The built file {page} links to {href}, which does not exist."),
        N_("If a template of yours makes this link, mend it; if not, this is a fault of Vetrina: please report it."),
    ),
    "outside-request": Code(
        "error",
        N_("The built file {page} would ask another site for {href}."),
        N_("Keep the file with the site and link to your own copy."),
    ),
    "search-incomplete": Code(
        "error",
        N_("The search index and the site do not agree about {page}."),
        N_(
            "This is a fault of Vetrina or of Pagefind: please report it; “vetrina build --no-search” builds without "
            "the index."
        ),
    ),
    "unused-template": Code(
        "warning",
        N_("The template “{name}” takes the place of none of Vetrina’s, and none takes it in: nothing shows it."),
        N_("Name it as the one that it is to replace, take it in, or remove it."),
    ),
    "template-error": Code(
        "error",
        N_("The template cannot be used: {cause}."),
        N_("Mend the template, or remove yours so that Vetrina’s own is used."),
    ),
    # tables of others
    "unclosed-quote": Code(
        "error",
        N_("The cell begins with a quotation mark that does not close it: where it ends is unclear."),
        N_(
            "Save the table from the spreadsheet as “CSV UTF-8” or as XLSX, which writes these marks as they must be. "
            "By hand: write those inside the cell twice, and one at its end."
        ),
    ),
    "rows-in-cell": Code(
        "error",
        N_("The cell has several lines, with “{sign}” among them: other rows may have slipped into it."),
        N_("If they are rows, mend the quotation marks around them; if they are not, write the cell on one line."),
    ),
    "garbled-text": Code(
        "error",
        N_("“{value}” has signs that nobody wrote: the table was opened or saved in another encoding."),
        N_("Open the table from which it comes, mend the cell where it is so there too, and save it as “CSV UTF-8”."),
    ),
    "row-without-key": Code(
        "error",
        N_("The row has nothing under “{key}”, by which it would be known again."),
        N_("Fill the cell; delete the row if it is a total or a note; or name other columns under “key” in the map."),
    ),
    "row-of-no-record": Code(
        "error",
        N_("No row of the first table is known by “{value}”."),
        N_("Correct the cell, add the row to the first table, or take this one out."),
    ),
    "not-computed": Code(
        "error",
        N_("The cell shows “{value}” in place of a value."),
        N_(
            "Mend its formula, or widen its column, or write the value itself; leave the cell empty if nobody knows it."
        ),
    ),
    "shared-amount": Code(
        "error",
        N_("The cell is one with those of other rows: “{value}” is theirs together, and not of each."),
        N_("Unmerge the cells, and write in each row the amount that is its own."),
    ),
    # what sources answer today
    "too-many-words": Code(
        "error",
        N_("There are {number} words here: no more than {limit} may be quoted."),
        N_("Keep the few that say it, as they stand in the source."),
    ),
    "source-gone": Code(
        "notice",
        N_("The source “{id}” is gone: its server answers {status}."),
        N_("Look for where it stands now, or for a copy in an archive (archived_at)."),
    ),
    "rests-on-gone": Code(
        "notice",
        N_("The source “{id}” is gone, on which this rests: {fields}."),
        N_("Find another source that says so, or the copy of this one in an archive."),
    ),
    "source-moved": Code(
        "notice",
        N_("The source “{id}” has moved for good: it is now at {to}."),
        N_("See that it is the same, and write that address."),
    ),
    "source-unsaid": Code(
        "notice",
        N_("The source “{id}” no longer says these words, on which this rests: {fields}."),
        N_("Read it again: correct what it says otherwise, or the words."),
    ),
    "source-changed": Code(
        "notice",
        N_("The text of the source “{id}” is another than when it was read: its digest is now {digest}."),
        N_("Read it again, correct what has changed in the records, then write the new digest and the day."),
    ),
    "source-unread": Code(
        "notice",
        N_("The source “{id}” could not be read today: {why}."),
        N_("Open it in a browser if this goes on: some sites answer no programs."),
    ),
}
