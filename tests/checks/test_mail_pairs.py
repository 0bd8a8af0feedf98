"""Names, companies and attachments in emails as people write them: each fault beside its near miss.

An email is one line here: headers with " | " between them, " || ", and the text, with " / " where a
paragraph ends. `Attached:` (of a message) names what is attached to it. In a bad one [[…]] marks
what must be found; everything else must be silent.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import EmailMessage

import pytest

from followlint.linter import Linter
from followlint.mail import read, read_bytes
from followlint.rulebook import Rulebook
from followlint.text import Source

_MARK = re.compile(r"\[\[(.*?)\]\]")
_KINDS = {"pdf": ("application", "pdf"), "png": ("image", "png"), "ics": ("text", "calendar")}
_OFFICE = ("application", "octet-stream")

NAMES = {
    "two letters swapped": (
        "To: Ingrid Moen <im@x.example> || Dear [[Ingird]], / Thank you for the hour on the quay.",
        "To: Ingrid Moen <im@x.example> || Dear Ingrid, / Thank you for the hour on the quay.",
    ),
    "a family name with a letter too few": (
        "To: Thandiwe Mkhize <tm@x.example> || Dear Ms [[Mkize]], / Thank you for Friday.",
        "To: Thandiwe Mkhize <tm@x.example> || Dear Ms Mkhize, / Thank you for Friday.",
    ),
    "an accent is no letter": (
        "To: Renée Lachapelle <rl@x.example> || Bonjour Reneé [[Lachapele]], / Thank you.",
        "To: Renée Lachapelle <rl@x.example> || Bonjour Renee Lachapelle, / Thank you.",
    ),
    "the Polish l": (
        "To: Bogusław Łuczak <bl@x.example> || Dear [[Boguslav]], / Thank you for the tram ride.",
        "To: Bogusław Łuczak <bl@x.example> || Dear Boguslaw, / Thank you for the tram ride.",
    ),
    "family name first": (
        "To: Nguyen Thi Mai <ntm@x.example> || Dear Ms [[Nguyne]], / Thank you for the visit.",
        "To: Nguyen Thi Mai <ntm@x.example> || Dear Ms Mai, / Thank you for the visit.",
    ),
    "family name first, in the greeting only": (
        "To: Eszter Kovács <ek@x.example> || Dear Kovács [[Ezster]], / Thank you for the visit.",
        "To: Eszter Kovács <ek@x.example> || Dear Kovács Eszter, / Thank you for the visit.",
    ),
    "a particle": (
        "To: Joost van der Meer <j@x.example> || Dear Mr van der [[Mere]], / Thank you for today.",
        "To: Joost van der Meer <j@x.example> || Dear Mr Van der Meer, / Thank you for today.",
    ),
    "an Arabic particle": (
        "To: Faisal bin Nasser Al-Harbi <f@x.example> || Dear Mr [[Al-Habri]], / Thank you.",
        "To: Faisal bin Nasser Al-Harbi <f@x.example> || Dear Mr Alharbi, / Thank you.",
    ),
    "a particle left out": (
        "To: Giulia De Santis <g@x.example> || Dear Dr. De [[Sanits]], / Thank you for the talk.",
        "To: Giulia De Santis <g@x.example> || Dear Dr. DeSantis, / Thank you for the talk.",
    ),
    "a name with an apostrophe": (
        "To: Niamh O'Dwyer <n@x.example> || Dear Ms [[O'Dywer]], / Thank you for the tea.",
        "To: Niamh O'Dwyer <n@x.example> || Dear Ms ODwyer, / Thank you for the tea.",
    ),
    "a double name": (
        "To: Orla Byrne-Whitfield <o@x.example> || Hi [[Olra]], / Thank you for the tea.",
        "To: Orla Byrne-Whitfield <o@x.example> || Dear Ms Whitfield, / Thank you for the tea.",
    ),
    "a short form": (
        "To: Margaret Oduya <m@x.example> || Hi [[Petra]], / Thank you for the tea.",
        "To: Margaret Oduya <m@x.example> || Hi Peggy, / Thank you for the tea.",
    ),
    "a nickname in quotation marks": (
        'To: Robert "Dusty" Kline <rk@x.example> || Hi [[Rusty]], / Thank you for the shift.',
        'To: Robert "Dusty" Kline <rk@x.example> || Hi Dusty, / Thank you for the shift.',
    ),
    "somebody else's greeting": (
        "To: Dilip Rao <dr@x.example> || Hi [[Hannah]], / Thank you for the walk along the dam.",
        "To: dilip@x.example | Cc: Hannah Voss <hv@x.example> || Hi Hannah, / Thank "
        "you for the walk.",
    ),
    "two readers": (
        "To: Lena Brandt <lb@x.example>, Omar Haddad <oh@x.example> || Dear Lena and [[Omra]], / "
        "Thank you both.",
        "To: Lena Brandt <lb@x.example>, Omar Haddad <oh@x.example> || Dear Omar and Lena, / "
        "Thank you both.",
    ),
    "an address alone": (
        "To: katarzyna.nowak@x.example || Dear [[Katarzna]], / Thank you for the visit.",
        "To: katarzyna.nowak@x.example || Dear Kasia, / Thank you for the visit.",
    ),
    "a shared mailbox": (
        "To: Adaeze Obi <a.obi@x.example> || Dear Ms [[Abi]], / Thank you for the visit.",
        "To: Talent Team <jobs@x.example> || Dear Ms Obi, / Thank you for the visit.",
    ),
    "spelt two ways in the text": (
        "Interviewer: Yevgenia Sokolova || Dear Yevgenia, / Thank you for the tour. I told "
        "Ms [[Sokolva]] about the crane.",
        "Interviewer: Yevgenia Sokolova || Dear Yevgenia, / Thank you for the tour. I told "
        "Mr Sokolov about the crane.",
    ),
    "spelt two ways without a header": (
        "Subject: Tuesday || Dear Dr Wanyama, / Thank you. As you said, Dr "
        "[[Wanayma]], it will rain.",
        "Subject: Tuesday || Dear Dr Wanyama, / Thank you. As Dr Wanjala said, it will rain.",
    ),
    "sisters in the office": (
        "Subject: Tuesday || Dear Catherine, / Thank you, and thanks again, [[Katherine]].",
        "Subject: Tuesday || Dear Catherine, / Thank you, and please greet Katherine at the desk.",
    ),
    "the writer's own name": (
        "To: Stephen Marsh <sm@x.example> || Dear [[Steven]], / Thank you. / Best, / Tom Hale",
        "To: Stephen Marsh <sm@x.example> || Dear Stephen, / Thank you. / Best, / Steven Hale",
    ),
    "a title and a first name": (
        "To: Ramesh Subramaniam <rs@x.example> || Dear Mr [[Rajesh]], / Thank you for the visit.",
        "To: Ramesh Subramaniam <rs@x.example> || Dear Mr Ramesh, / Thank you for the visit.",
    ),
    "one word in the header": (
        "To: Sukarno <s@x.example> || Dear Pak [[Sukrano]], / Thank you for the visit.",
        "To: Sukarno <s@x.example> || Dear Pak Sukarno, / Thank you for the visit.",
    ),
    "initials before": (
        "To: S. Priya <sp@x.example> || Dear Ms [[Pirya]], / Thank you for the visit.",
        "To: S. Priya <sp@x.example> || Dear S. Priya, / Thank you for the visit.",
    ),
    "initials alone in the header": (
        "To: P. K. Chandrasekhar <pk@x.example> || Dear Mr [[Chandreskhar]], / Thank you.",
        "To: P. K. Chandrasekhar <pk@x.example> || Dear PK, / Thank you for the visit.",
    ),
    "a comma in the header": (
        'To: "Whitcombe, Jane (Contractor)" <jw@x.example> || Dear Ms [[Witcombe]], / Thank you.',
        'To: "Whitcombe, Jane (Contractor)" <jw@x.example> || Dear Jane, / Thank you.',
    ),
    "a firm behind the name": (
        'To: Ines Prado | Cc: "Tobias Falk (Nordwind GmbH)" <tf@x.example> || Hi '
        "[[Tobais]], / Thanks.",
        "To: Ines Prado - Nordwind GmbH <ip@x.example> || Hi Ines, / Thanks for the tour.",
    ),
    "another name, used at work": (
        "To: Xiaoming Li <xiaoming.li@x.example> || Dear [[Xiaomnig]], / Thank you.",
        "To: Xiaoming Li (Lily) <lx@x.example> || Dear Lily, / Thank you for the tour.",
    ),
    "in the subject": (
        "Subject: Thank you, [[Matthias]] | To: Mattias Lund <ml@x.example> || Dear "
        "Mattias, / Thank you.",
        "Subject: Thank you, Mattias | To: Mattias Lund <ml@x.example> || Dear "
        "Mattias, / Thank you.",
    ),
    "a hall named after people": (
        "Subject: Tuesday | To: Ada Harding <ah@x.example> || Dear Ms [[Hardnig]], / Thank you.",
        "Subject: Tuesday | To: Ada Harding <ah@x.example> || Dear Ms Harding, / We "
        "met in Hardings "
        "Lane, near the Hardin Bridge.",
    ),
}

FIRMS = {
    "joining": (
        "Company: Brightwater || Dear Ana, / I would be thrilled to join [[Ferncliff]].",
        "Company: Brightwater || Dear Ana, / I was thrilled to join Ferncliff back in 2019.",
    ),
    "excited about the chance": (
        "Company: Brightwater || Dear Ana, / I am excited about the opportunity to "
        "work at [[Ferncliff]].",
        "Company: Brightwater || Dear Ana, / I turned down the opportunity to work at Ferncliff.",
    ),
    "a subject from last week": (
        "Subject: Thank you for the interview, the pump fitter role at [[Ferncliff]] | "
        "Company: Brightwater || Dear Ana, / Thank you.",
        "Subject: Thank you - Brightwater interview | Company: Brightwater || Dear "
        "Ana, / Thank you.",
    ),
    "its mission": (
        "Company: Brightwater || Dear Ana, / [[Ferncliff]]'s mission is why I applied.",
        "Company: Brightwater || Dear Ana, / Ferncliff's mission is why I left it for nursing.",
    ),
    "its values": (
        "Company: Oak & Tallow || Dear Ana, / My own values align with [[Ferncliff]]'s values.",
        "Company: Oak & Tallow || Dear Ana, / My own values align with Oak and Tallow's values.",
    ),
    "initials": (
        "Company: Northern Rail Freight || Dear Ana, / I hope to join [[NRG]] this spring.",
        "Company: Northern Rail Freight || Dear Ana, / I hope to join NRF this spring.",
    ),
    "a short form": (
        "Company: Deutsche Bahn AG || Dear Ana, / I would love to work for [[Deutsche Telekom]].",
        "Company: Deutsche Bahn AG || Dear Ana, / I would love to work for the Bahn.",
    ),
    "a slip in the name": (
        "Company: Siemens || Dear Ana, / I would love to work at [[Seimens]].",
        "Company: Siemens || Dear Ana, / I would love to work at Siemens Energy.",
    ),
    "where one works now": (
        "Company: Brightwater || Dear Ana, / I look forward to joining the [[Ferncliff]] family.",
        "Company: Brightwater || Dear Ana, / At Ferncliff I look after forty pumps, "
        "and my manager at "
        "Ferncliff would speak for me.",
    ),
    "a client": (
        "Company: Brightwater || Dear Ana, / I could bring my pump skills to [[Ferncliff]].",
        "Company: Brightwater || Dear Ana, / I brought pump skills to Ferncliff, your "
        "largest client.",
    ),
    "a rival": (
        "Company: Brightwater || Dear Ana, / I am keen to be part of [[Ferncliff]].",
        "Company: Brightwater || Dear Ana, / Unlike Ferncliff, you mend pumps yourselves.",
    ),
    "an offer elsewhere": (
        "Company: Brightwater || Dear Ana, / I would accept a role with [[Ferncliff]] at once.",
        "Company: Brightwater || Dear Ana, / I have been offered a role with Ferncliff "
        "and must answer "
        "by Friday, but I would rather join you.",
    ),
    "a town": (
        "Company: Brightwater || Dear Ana, / I would be happy to work for [[Ferncliff Pumps Ltd]].",
        "Company: Brightwater || Dear Ana, / I would be happy to work in Aberdeen, and "
        "to move to Fife.",
    ),
    "a team": (
        "Company: Brightwater || Dear Ana, / I hope to become a part of [[Ferncliff]].",
        "Company: Brightwater || Dear Ana, / I hope to become a part of the Pump Hall team.",
    ),
    "a tool": (
        "Company: Brightwater || Dear Ana, / My interest in [[Ferncliff]]'s products has grown.",
        "Company: Brightwater || Dear Ana, / My interest in Kubernetes has grown since we spoke.",
    ),
    "a school": (
        "Company: Brightwater || Dear Ana, / I would be proud to join [[Ferncliff]] as "
        "a pump fitter.",
        "Company: Brightwater || Dear Ana, / I would be proud to teach what I learned at Leeds.",
    ),
    "two companies in one": (
        "Company: Ferncliff (part of Brightwater) || Dear Ana, / I hope to join [[Oakmoor]].",
        "Company: Ferncliff (part of Brightwater) || Dear Ana, / I hope to join Brightwater.",
    ),
    "people": (
        "Company: Brightwater || Dear Ana, / I look forward to working for [[Ferncliff]].",
        "Company: Brightwater || Dear Ana, / I look forward to working with Marisol "
        "and to joining Dev "
        "and Kofi.",
    ),
    "another job": (
        "Company: Brightwater | Role: Warehouse supervisor || Dear Ana, / Thank you for the "
        "interview for the [[delivery driver]] role.",
        "Company: Brightwater | Role: Warehouse supervisor || Dear Ana, / Thank you "
        "for the interview "
        "for the warehouse manager role; I was a delivery driver for years.",
    ),
    "another job, in the subject": (
        "Subject: The [[sous chef]] position | Company: Brightwater | Role: Pastry trainer || "
        "Dear Ana, / Thank you.",
        "Subject: Trainer position | Company: Brightwater | Role: Pastry trainer || Dear Ana, / "
        "Thank you for the position of pastry trainer.",
    ),
}

ATTACHMENTS = {
    "a CV": (
        "Message-ID: <1@x.example> || Dear Ana, / [[I've attached]] my CV again.",
        "Attached: cv.pdf || Dear Ana, / I've attached my CV again.",
    ),
    "as asked": (
        "Message-ID: <1@x.example> || Dear Ana, / As requested, please [[see "
        "attached]] for the rota.",
        "Message-ID: <1@x.example> || Dear Ana, / The rota was attached to your invitation.",
    ),
    "a postscript": (
        "Message-ID: <1@x.example> || Dear Ana, / Thank you. / Best, / Tom / P.S. Reference "
        "[[letter attached]].",
        "Attached: letter.pdf || Dear Ana, / Thank you. / Best, / Tom / P.S. Reference "
        "letter attached.",
    ),
    "the portfolio": (
        "Message-ID: <1@x.example> || Dear Ana, / [[Attaching]] the portfolio you asked about.",
        "Message-ID: <1@x.example> || Dear Ana, / My portfolio is at https://x.example/attached.",
    ),
    "enclosed": (
        "Message-ID: <1@x.example> || Dear Ana, / [[Enclosed is]] a copy of my licence.",
        "Message-ID: <1@x.example> || Dear Ana, / The yard is enclosed by a wall.",
    ),
    "an offer to send": (
        "Message-ID: <1@x.example> || Dear Ana, / [[I am attaching]] two samples.",
        "Message-ID: <1@x.example> || Dear Ana, / I can attach two samples if that would help.",
    ),
    "an invitation only": (
        "Attached: call.ics || Dear Ana, / My transcript [[is attached]].",
        "Attached: call.ics || Dear Ana, / I accepted the invitation.",
    ),
    "fond of it": (
        "Message-ID: <1@x.example> || Dear Ana, / The plan [[is attached]]; I am attached to it.",
        "Message-ID: <1@x.example> || Dear Ana, / I have become rather attached to the plan.",
    ),
    "quoted": (
        "Message-ID: <1@x.example> || Dear Ana, / You will find the form [[in the attachment]].",
        "Message-ID: <1@x.example> || Dear Ana, / Thank you. / > Please find the form attached.",
    ),
    "named after another": (
        "Attached: Cover letter for Ferncliff.pdf | Company: Brightwater || Dear Ana, / My letter "
        "[[is attached]].",
        "Attached: Cover letter for Brightwater.pdf | Company: Brightwater || Dear "
        "Ana, / My letter "
        "is attached.",
    ),
    "named after another, in other marks": (
        "Attached: CV_to_Ferncliff_GmbH.pdf | Company: Brightwater || Dear Ana, / My CV "
        "[[is attached]].",
        "Attached: CV_Tom_Hale_2026.pdf | Company: Brightwater || Dear Ana, / My CV is attached.",
    ),
    "a file that nobody explains": (
        "Attached: references.pdf || Dear Ana, / [[]]Thank you for the tour of the pump hall.",
        "Attached: references.pdf || Dear Ana, / Thank you for the tour. My references are below.",
    ),
    "a logo": (
        "Attached: logo.png || Dear Ana, / My certificate [[is attached]].",
        "Attached: logo.png || Dear Ana, / Thank you for the tour.",
    ),
    "in a mobile mail": (
        "Message-ID: <1@x.example> || Hi Ana, / [[CV attached]]. / Sent from my iPhone",
        "Attached: cv.pdf || Hi Ana, / CV attached. / Sent from my iPhone",
    ),
    "not yet": (
        "Message-ID: <1@x.example> || Hi Ana, / Here is the plan, and the costs [[are attached]].",
        "Message-ID: <1@x.example> || Hi Ana, / Here is the plan; I will attach the "
        "costs on Monday.",
    ),
}

#: Written after the first were silent, by people who write otherwise.
MORE_NAMES = {
    "a colon and a full name": (
        "To: Vusumuzi Dlamini <v@x.example> || Dear Vusumuzi [[Dlamimi]]: / I wish to thank you.",
        "To: Vusumuzi Dlamini <v@x.example> || Dear Vusumuzi Dlamini: / I wish to thank you.",
    ),
    "an honorific behind the name": (
        "To: Deepika Iyer <di@x.example> || Respected [[Deepkia]] Ma'am, / Thank you.",
        "To: Deepika Iyer <di@x.example> || Respected Deepika Ma'am, / Thank you.",
    ),
    "a Japanese -san": (
        "To: Haruto Watanabe <hw@x.example> || Dear [[Watanbe]]-san, / Thank you.",
        "To: Haruto Watanabe <hw@x.example> || Dear Watanabe-san, / Thank you.",
    ),
    "a Korean name in one word": (
        "To: Seo-yeon Park <syp@x.example> || Dear [[Soeyeon]], / Thank you.",
        "To: Seo-yeon Park <syp@x.example> || Dear Seoyeon, / Thank you.",
    ),
    "a Chinese name in two": (
        "To: Zhao Meiling <zm@x.example> || Dear Ms [[Zhoa]], / Thank you.",
        "To: Zhao Meiling <zm@x.example> || Dear Mei Ling, / Thank you.",
    ),
    "two Spanish family names": (
        "To: Lucía Fernández Ortega <lfo@x.example> || Dear Ms [[Fernandes]], / Thank you.",
        "To: Lucía Fernández Ortega <lfo@x.example> || Dear Ms Fernandez, / Thank you.",
    ),
    "the second of two family names": (
        "To: Lucía Fernández Ortega <lfo@x.example> || Dear Ms [[Otrega]], / Thank you.",
        "To: Lucía Fernández Ortega <lfo@x.example> || Dear Lucia Ortega, / Thank you.",
    ),
    "a name in capitals": (
        "To: KRISTJÁNSDÓTTIR Sigrún <sk@x.example> || Dear [[Sirgun]], / Thank you.",
        "To: KRISTJÁNSDÓTTIR Sigrún <sk@x.example> || Dear Sigrun, / Thank you.",
    ),
    "an umlaut in two letters": (
        "To: Jörg Schäfer <js@x.example> || Dear Mr [[Scheafer]], / Thank you.",
        "To: Jörg Schäfer <js@x.example> || Dear Mr Schaefer, / Thank you.",
    ),
    "a stroke through the o": (
        "To: Søren Bjørk <sb@x.example> || Dear [[Sroen]], / Thank you.",
        "To: Søren Bjørk <sb@x.example> || Dear Soeren, / Thank you.",
    ),
    "a family of two spellings": (
        "To: Ewa Kowalska <ek@x.example> || Dear Ms [[Kovalska]], / Thank you.",
        "To: Ewa Kowalska <ek@x.example> || Dear Ms Kowalski, / Thank you.",
    ),
    "a Russian wife": (
        "To: Darya Morozova <dm@x.example> || Dear Ms [[Mozorova]], / Thank you.",
        "To: Darya Morozova <dm@x.example> || Dear Dr Morozov, / Thank you.",
    ),
    "the last reader's name": (
        "To: Beatriz Almeida <ba@x.example> || Hello [[Simon]], / Thank you for the tour.",
        "To: Beatriz Almeida <ba@x.example> || Hello Bia, / Thank you for the tour.",
    ),
    "the last reader's family name": (
        "To: Beatriz Almeida <ba@x.example> || Dear Mr [[Castellanos]], / Thank you.",
        "To: Beatriz Almeida <ba@x.example> || Dear Chef, / Thank you for the tour.",
    ),
    "a different panel": (
        "Interviewer: Anouk Visser | Interviewer: Bram de Wit || Dear [[Clara]], / Thank you for "
        "seeing me on Monday.",
        "Interviewer: Anouk Visser | Interviewer: Bram de Wit || Dear Anouk, dear "
        "Bram, / Thank you "
        "for seeing me on Monday.",
    ),
    "an assistant at the address": (
        "To: Femke Bakker <assistant.bakker@x.example> || Dear Ms [[Baker]], / Thank you.",
        "To: Femke Bakker <assistant.bakker@x.example> || Dear Femke, / Thank you.",
    ),
    "a family name that is a word": (
        "To: Rosie Fields <rf@x.example> || Dear Ms [[Feilds]], / Thank you.",
        "To: Rosie Field <rf@x.example> || Dear Ms Field, / Thank you. Fields of rape lay behind "
        "the yard.",
    ),
    "a month and a name": (
        "To: April Summers <as@x.example> || Dear Ms [[Sumners]], / Thank you.",
        "To: April Summers <as@x.example> || Dear April, / Thank you for Tuesday, 14 April.",
    ),
    "at the end": (
        "To: Aaliyah Boateng <ab@x.example> || Dear Aaliyah, / It was a good day. Thank you again, "
        "[[Aliyah]]. / Best, / Tom",
        "To: Aaliyah Boateng <ab@x.example> || Dear Aaliyah, / It was a good day. Thank you again, "
        "Aaliyah, and greetings to Alina. / Best, / Tom",
    ),
    "on the line above the name": (
        "To: Marguerite Duval <md@x.example> || Dear Ms Duval, / It was a good day. Ms "
        "[[Duvall]] and I "
        "laughed.",
        "To: Marguerite Duval <md@x.example> || Dear Ms Duval, / It was a good day. "
        "The duvet won't "
        "dry, Mr Duvalier said.",
    ),
    "a colleague, named twice": (
        "To: Ian Frost <if@x.example> || Dear Ian, / Dr Achterberg showed me the lab; "
        "Dr [[Achtenberg]] "
        "was kind.",
        "To: Ian Frost <if@x.example> || Dear Ian, / Dr Achterberg showed me the lab; "
        "Ms Lichtenberg "
        "was kind.",
    ),
    "through the agency": (
        "Interviewer: Harriet Lowell || Dear [[Harriett]], / Thank you for the hour.",
        "Interviewer: Harriet Lowell | To: Gus Petty <gp@agency.example> || Dear Gus, "
        "/ Please thank "
        "Harriet for me.",
    ),
    "a doctor": (
        "To: Dr. med. Annelie Voß <av@x.example> || Dear Dr. [[Vohs]], / Thank you.",
        "To: Dr. med. Annelie Voß <av@x.example> || Dear Dr. Voss, / Thank you.",
    ),
    "no name at all": (
        "To: nobody.special@x.example | Interviewer: Chidi Eze || Dear [[Chibi]], / Thank you.",
        "To: undisclosed-recipients:; | Interviewer: Chidi Eze || Dear all, / Thank you.",
    ),
}

MORE_FIRMS = {
    "one sentence was left": (
        "Company: Larkspur Dental || Dear Dr Sim, / Thank you for showing me Larkspur. I would be "
        "honoured to join the team at Larkspur, and joining [[Quillby]] would bring me "
        "closer to home.",
        "Company: Larkspur Dental || Dear Dr Sim, / Thank you for showing me Larkspur. I would be "
        "honoured to join the team, and joining you would bring me closer to Quillby.",
    ),
    "looking forward": (
        "Company: Larkspur Dental || Dear Dr Sim, / I look forward to working for "
        "[[Quillby Smiles]].",
        "Company: Larkspur Dental || Dear Dr Sim, / I look forward to working for Dr Quillby.",
    ),
    "wanting": (
        "Company: Larkspur Dental || Dear Dr Sim, / I really want to work at [[Quillby]].",
        "Company: Larkspur Dental || Dear Dr Sim, / I no longer want to work at Quillby.",
    ),
    "a past wish": (
        "Company: Larkspur Dental || Dear Dr Sim, / It is my dream to become part of [[Quillby]].",
        "Company: Larkspur Dental || Dear Dr Sim, / It was my dream to become part of "
        "Quillby when I "
        "was at school.",
    ),
    "two offices of one house": (
        "Company: Larkspur Dental || Dear Dr Sim, / I am interested in joining [[Quillby]].",
        "Company: Larkspur Dental || Dear Dr Sim, / I am interested in joining the Larkspur office "
        "in Quillby.",
    ),
    "a product": (
        "Company: Larkspur Dental || Dear Dr Sim, / I am excited to contribute to [[Quillby]].",
        "Company: Larkspur Dental || Dear Dr Sim, / I am excited to contribute to the Quillby "
        "project you described.",
    ),
    "a university": (
        "Company: University of Leeds || Dear Dr Sim, / I hope to join [[Quillby University]].",
        "Company: University of Leeds || Dear Dr Sim, / I hope to join the University this autumn.",
    ),
    "a ministry": (
        "Company: Department of Transport || Dear Dr Sim, / I hope to join [[Quillby Council]].",
        "Company: Department of Transport || Dear Dr Sim, / I hope to join the Department in May.",
    ),
    "an article in the name": (
        "Company: The Body Mechanics || Dear Dr Sim, / I hope to join [[Quillby]].",
        "Company: The Body Mechanics || Dear Dr Sim, / I hope to join Body Mechanics.",
    ),
    "a name in small letters": (
        "Company: eBay || Dear Dr Sim, / I hope to join [[Quillby]].",
        "Company: eBay || Dear Dr Sim, / I hope to join Ebay.",
    ),
    "a name of numbers": (
        "Company: 3M || Dear Dr Sim, / I hope to join [[Quillby]].",
        "Company: 3M || Dear Dr Sim, / I hope to join 3M.",
    ),
    "a name with a sign": (
        "Company: Marks & Spencer || Dear Dr Sim, / I hope to join [[Quillby]].",
        "Company: Marks & Spencer || Dear Dr Sim, / I hope to join M&S.",
    ),
    "a hospital's long name": (
        "Company: St Thomas' Hospital || Dear Sister, / I hope to join [[St George]]'s.",
        "Company: St Thomas' Hospital || Dear Sister, / I hope to join St Thomas's.",
    ),
    "the agency's client": (
        "Company: Larkspur Dental || Dear Dr Sim, / I am keen to grow my career at [[Quillby]].",
        "Company: Larkspur Dental || Dear Dr Sim, / Quillby, who placed me, told me "
        "about the role.",
    ),
    "mission": (
        "Company: Larkspur Dental || Dear Dr Sim, / I am impressed by [[Quillby]]'s commitment to "
        "nervous patients.",
        "Company: Larkspur Dental || Dear Dr Sim, / I was not impressed by Quillby's commitment to "
        "nervous patients, which is why I am leaving it.",
    ),
    "a slip": (
        "Company: Larkspur Dental || Dear Dr Sim, / I enjoyed my visit to [[Larkpsur]].",
        "Company: Larkspur Dental || Dear Dr Sim, / I enjoyed my visit to Larkspur's surgery in "
        "Larkhall.",
    ),
    "the role": (
        "Company: Larkspur Dental | Role: Dental nurse || Dear Dr Sim, / Thank you for considering "
        "me for the [[receptionist]] position.",
        "Company: Larkspur Dental | Role: Dental nurse || Dear Dr Sim, / Thank you for considering "
        "me for the nurse position; the receptionist was kind.",
    ),
    "the role, longer": (
        "Company: Larkspur Dental | Role: Product Designer || Dear Dr Sim, / I remain "
        "very interested "
        "in the [[Backend Engineer]] role.",
        "Company: Larkspur Dental | Role: Product Designer || Dear Dr Sim, / I remain "
        "very interested "
        "in the Senior Designer role, and in how the Backend Engineers work.",
    ),
    "two jobs": (
        "Company: Larkspur Dental | Role: Bookkeeper || Dear Dr Sim, / I am writing about the "
        "[[driver]] job.",
        "Company: Larkspur Dental | Role: Bookkeeper / Office manager || Dear Dr Sim, "
        "/ I am writing "
        "about the office manager job.",
    ),
    "opposite the other": (
        "Company: Larkspur Dental || Dear Dr Sim, / I believe I could bring calm to [[Quillby]].",
        "Company: Larkspur Dental || Dear Dr Sim, / I drive to Quillby on Mondays.",
    ),
}

MORE_ATTACHMENTS = {
    "herewith": (
        "Message-ID: <1@x.example> || Dear Sir, / Please [[find attached]] herewith my "
        "testimonials.",
        "Attached: testimonials.pdf || Dear Sir, / Please find attached herewith my testimonials.",
    ),
    "two of them": (
        "Message-ID: <1@x.example> || Hi Jo, / My rota and my DBS certificate [[are "
        "both attached]].",
        "Message-ID: <1@x.example> || Hi Jo, / My rota and my DBS certificate are both "
        "in the drawer.",
    ),
    "attached to this email": (
        "Message-ID: <1@x.example> || Hi Jo, / You'll [[find three photos attached]] "
        "to this email.",
        "Attached: one.png || Hi Jo, / You'll find three photos attached to this email.",
    ),
    "a passport": (
        "Message-ID: <1@x.example> || Hi Jo, / The scan of my passport [[is "
        "attached]], as HR asked.",
        "Message-ID: <1@x.example> || Hi Jo, / HR has asked for a scan of my passport.",
    ),
    "a cover letter": (
        "Message-ID: <1@x.example> || Hi Jo, / My updated [[résumé attached]], with the new dates.",
        "Message-ID: <1@x.example> || Hi Jo, / My updated résumé is on my site, with "
        "the new dates.",
    ),
    "in a list": (
        "Message-ID: <1@x.example> || Hi Jo, / - transcript ([[attached]]) / - "
        "portfolio (link below)",
        "Attached: transcript.pdf || Hi Jo, / - transcript (attached) / - portfolio (link below)",
    ),
    "to be sent by post": (
        "Message-ID: <1@x.example> || Hi Jo, / [[I attach]] the form and post the original.",
        "Message-ID: <1@x.example> || Hi Jo, / I shall attach the form to the van's window.",
    ),
    "a question": (
        "Message-ID: <1@x.example> || Hi Jo, / Could you look [[at the attached]] drawing?",
        "Message-ID: <1@x.example> || Hi Jo, / Should I attach a drawing?",
    ),
    "theirs": (
        "Message-ID: <1@x.example> || Hi Jo, / I filled in the form: [[see the attached]] file.",
        "Message-ID: <1@x.example> || Hi Jo, / I filled in the form that you attached on Monday.",
    ),
    "could not be opened": (
        "Message-ID: <1@x.example> || Hi Jo, / The invoice [[is attached]] as a PDF.",
        "Message-ID: <1@x.example> || Hi Jo, / I could not open the attachment in your message.",
    ),
    "a garage": (
        "Message-ID: <1@x.example> || Hi Jo, / The receipt for the train [[is enclosed]].",
        "Message-ID: <1@x.example> || Hi Jo, / The workshop with the attached garage impressed me.",
    ),
    "no strings": (
        "Message-ID: <1@x.example> || Hi Jo, / My [[timesheet attached]]. No strings.",
        "Message-ID: <1@x.example> || Hi Jo, / It is an offer with no strings attached.",
    ),
    "a file for the rival": (
        "Attached: Tom Hale - Letter for Quillby.docx | Company: Larkspur || Hi Jo, / My letter "
        "[[is attached]].",
        "Attached: Tom Hale - Letter for Jo.docx | Company: Larkspur | Interviewer: Jo "
        "Sim || Hi Jo, / "
        "My letter is attached.",
    ),
    "an unexplained spreadsheet": (
        "Attached: budget_v3.xlsx || Hi Jo, / [[]]Thank you for the hour on Friday.",
        "Attached: budget_v3.xlsx || Hi Jo, / Thank you for the hour on Friday. The budget has my "
        "notes in red.",
    ),
    "a signature's picture": (
        "Attached: image001.png || Hi Jo, / The certificate [[is attached]].",
        "Attached: image001.png || Hi Jo, / Thank you for the hour on Friday.",
    ),
    "a trade's word": (
        "Message-ID: <1@x.example> || Hi Jo, / [[Attached is]] the lesson on attachment theory.",
        "Message-ID: <1@x.example> || Hi Jo, / We spoke about attachment in toddlers, "
        "and about the "
        "attachments of the digger.",
    ),
}

PAIRS = [
    pytest.param(rule, bad, good, id=f"{rule}: {name}")
    for rule, pairs in (
        ("name-mismatch", NAMES | MORE_NAMES),
        ("wrong-company", FIRMS | MORE_FIRMS),
        ("missing-attachment", ATTACHMENTS | MORE_ATTACHMENTS),
    )
    for name, (bad, good) in pairs.items()
]


@pytest.fixture(scope="module")
def linters(rulebook: Rulebook, linter: Linter) -> dict[str, Linter]:
    """A linter for each of the rules alone."""
    return {
        rule.slug: Linter(rulebook, [rule], shared=linter)
        for rule in rulebook.rules
        if rule.slug in ("name-mismatch", "wrong-company", "missing-attachment")
    }


def found(linter: Linter, line: str) -> list[tuple[int, str]]:
    """Return the places and words that are found in an email, marks taken out."""
    head, _, text = _MARK.sub(r"\1", line).partition(" || ")
    headers = [header.split(": ", 1) for header in head.split(" | ")]
    body = text.replace(" / ", "\n\n") + "\n"
    files = [value for name, value in headers if name == "Attached"]
    if files:
        made = EmailMessage()
        for name, value in headers:
            if name != "Attached":
                made[f"X-Followlint-{name}"] = value
        made.set_content(body, cte="8bit")
        for name in files:
            kind = _KINDS.get(name.rpartition(".")[2], _OFFICE)
            made.add_attachment(b"...", maintype=kind[0], subtype=kind[1], filename=name)
        email = read_bytes("a.eml", bytes(made))
    else:
        top = "".join(f"{name}: {value}\n" for name, value in headers)
        email = read(Source("a.txt", f"{top}\n{body}"))
        if any(name == "Message-ID" for name, _ in headers):
            email = replace(email, attachments=())
    report = linter.lint_email(email)
    assert report.failures == ()
    start = email.text.index(body[:10])
    words = ((f.span.start - start, f.span.of(email.text)) for f in report.findings)
    return [(max(at, -1), word) for at, word in words]


def marked(line: str) -> list[tuple[int, str]]:
    """Return the places and words that are marked; those above the text are told by -1."""
    head, _, text = line.partition(" || ")
    places = [(-1, match[1]) for match in _MARK.finditer(head)]
    text, taken = text.replace(" / ", "\n\n"), 0
    for match in _MARK.finditer(text):
        places.append((match.start() - taken, match[1]))
        taken += 4
    return places


@pytest.mark.parametrize(("rule", "bad", "good"), PAIRS)
def test_a_fault_and_its_near_miss(
    rule: str, bad: str, good: str, linters: dict[str, Linter]
) -> None:
    assert marked(bad) != []
    assert found(linters[rule], bad) == marked(bad)
    assert found(linters[rule], good) == []


def test_there_are_enough_of_them() -> None:
    assert len(PAIRS) >= 120
