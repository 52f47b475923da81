<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AccessibilityPanel</name>
    <message>
        <source>Make it comfortable</source>
        <extracomment>Heading of the panel with text size, contrast, reach and motion</extracomment>
        <translation>اجعل الشاشة مريحة لك</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button that closes the accessibility panel</extracomment>
        <translation>تم</translation>
    </message>
    <message>
        <source>Words and buttons grow</source>
        <extracomment>What the larger-text setting does</extracomment>
        <translation>تكبير الكلمات والأزرار</translation>
    </message>
    <message>
        <source>Larger text</source>
        <extracomment>Accessibility setting</extracomment>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>White on black, strong lines</source>
        <extracomment>What the contrast setting does</extracomment>
        <translation>أبيض على أسود بخطوط واضحة</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <extracomment>Accessibility setting</extracomment>
        <translation>تباين قوي</translation>
    </message>
    <message>
        <source>Everything moves to the lower half</source>
        <extracomment>What the reach setting does</extracomment>
        <translation>ينتقل كل شيء إلى النصف السفلي</translation>
    </message>
    <message>
        <source>Within reach</source>
        <extracomment>Accessibility setting, for people who sit or are not tall</extracomment>
        <translation>في متناول اليد</translation>
    </message>
    <message>
        <source>Pictures and pages stand still</source>
        <extracomment>What the motion setting does</extracomment>
        <translation>تثبت الصور والصفحات</translation>
    </message>
    <message>
        <source>No motion</source>
        <extracomment>Accessibility setting</extracomment>
        <translation>بدون حركة</translation>
    </message>
</context>
<context>
    <name>AppChallengePage</name>
    <message>
        <source>Open the Nafath app on your phone and choose this number.</source>
        <extracomment>Help: how to confirm in the app</extracomment>
        <translation>افتح تطبيق نفاذ في جوالك واختر هذا الرقم.</translation>
    </message>
    <message>
        <source>Confirm on your phone</source>
        <extracomment>Instruction</extracomment>
        <translation>أكد هويتك من جوالك</translation>
    </message>
    <message>
        <source>A phone</source>
        <extracomment>Description of a drawing</extracomment>
        <translation>جوال</translation>
    </message>
    <message>
        <source>We go on by ourselves as soon as you have confirmed.</source>
        <extracomment>The page goes on by itself</extracomment>
        <translation>ننتقل تلقائيا فور تأكيدك.</translation>
    </message>
    <message>
        <source>Send me a text message instead</source>
        <extracomment>Button: get a code by text message instead</extracomment>
        <translation>أرسل لي رسالة نصية بدلا من ذلك</translation>
    </message>
    <message>
        <source>Card verified</source>
        <extracomment>State of the card that was read: its issuer signed what is in its chip, and nothing was changed</extracomment>
        <translation>تحققنا من البطاقة</translation>
    </message>
    <message>
        <source>Card read, but not verified</source>
        <extracomment>State of the card that was read: it could not be told whether its issuer signed what is in its chip</extracomment>
        <translation>قُرئت البطاقة ولم نتحقق منها</translation>
    </message>
</context>
<context>
    <name>BadgePinPage</name>
    <message>
        <source>This is not the badge&apos;s PIN.</source>
        <extracomment>A wrong PIN of a technician&apos;s badge</extracomment>
        <translation>ليس هذا رمز البطاقة السري.</translation>
    </message>
    <message numerus="yes">
        <source>This is not the badge&apos;s PIN. %n try(s) left.</source>
        <extracomment>A wrong PIN of a technician&apos;s badge; %n tries are left</extracomment>
        <translation>
            <numerusform>ليس هذا رمز البطاقة السري. لم تبق محاولة.</numerusform>
            <numerusform>ليس هذا رمز البطاقة السري. بقيت محاولة واحدة.</numerusform>
            <numerusform>ليس هذا رمز البطاقة السري. بقيت محاولتان.</numerusform>
            <numerusform>ليس هذا رمز البطاقة السري. بقيت %n محاولات.</numerusform>
            <numerusform>ليس هذا رمز البطاقة السري. بقيت %n محاولة.</numerusform>
            <numerusform>ليس هذا رمز البطاقة السري. بقيت %n محاولة.</numerusform>
        </translation>
    </message>
    <message>
        <source>One try is left. After it, only who gave you the badge can open it.</source>
        <extracomment>Help of the page where a technician types the badge&apos;s PIN, when one try is left</extracomment>
        <translation>بقيت محاولة واحدة، وبعدها لا يفتح البطاقة إلا من أعطاك إياها.</translation>
    </message>
    <message>
        <source>Six to eight digits. Leave the badge in the reader.</source>
        <extracomment>Help of the page where a technician types the badge&apos;s PIN</extracomment>
        <translation>من ستة إلى ثمانية أرقام. اترك البطاقة في القارئ.</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>Primary button that goes to the next page
----------
Key of the keyboard that goes to the next page</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Your badge&apos;s PIN</source>
        <extracomment>Title: a technician&apos;s badge was put in</extracomment>
        <translation>الرمز السري لبطاقة الصيانة</translation>
    </message>
    <message>
        <source>PIN</source>
        <extracomment>Label of a field</extracomment>
        <translation>الرمز السري</translation>
    </message>
</context>
<context>
    <name>BillCard</name>
    <message>
        <source>SADAD bill</source>
        <extracomment>Heading of a bill for the SADAD payment system</extracomment>
        <translation>فاتورة سداد</translation>
    </message>
    <message>
        <source>Paid</source>
        <extracomment>State of a bill</extracomment>
        <translation>مدفوعة</translation>
    </message>
    <message>
        <source>Overdue</source>
        <extracomment>State of a bill</extracomment>
        <translation>متأخرة</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <extracomment>State of a bill</extracomment>
        <translation>لم تُدفع بعد</translation>
    </message>
    <message>
        <source>Biller</source>
        <extracomment>Who is paid through SADAD</extracomment>
        <translation>المفوتر</translation>
    </message>
    <message>
        <source>Bill number</source>
        <extracomment>Number of a SADAD bill</extracomment>
        <translation>رقم الفاتورة</translation>
    </message>
    <message>
        <source>Pay before</source>
        <extracomment>Last day to pay a bill</extracomment>
        <translation>آخر يوم للسداد</translation>
    </message>
</context>
<context>
    <name>BillPage</name>
    <message>
        <source>Pay it with your bank&apos;s app under “SADAD”. We see it here as soon as it is paid.</source>
        <extracomment>Help of the bill page</extracomment>
        <translation>سددها من تطبيق مصرفك عبر «سداد»، ويظهر السداد هنا فور إتمامه.</translation>
    </message>
    <message>
        <source>Your bill</source>
        <extracomment>Title of the bill page</extracomment>
        <translation>فاتورتك</translation>
    </message>
    <message>
        <source>Balady, municipal services</source>
        <extracomment>The name of the biller on a bill</extracomment>
        <translation>بلدي، الخدمات البلدية</translation>
    </message>
    <message>
        <source>Request %1</source>
        <extracomment>What a bill is for; %1 is the request&apos;s number</extracomment>
        <translation>الطلب %1</translation>
    </message>
    <message>
        <source>Waiting for the payment</source>
        <extracomment>While a bill is watched</extracomment>
        <translation>بانتظار السداد</translation>
    </message>
    <message>
        <source>I&apos;ll pay later; print the bill</source>
        <extracomment>Button: pay the bill later</extracomment>
        <translation>سأسدد لاحقا، اطبع الفاتورة</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <extracomment>Button that returns to the page before</extracomment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Button that ends the service without finishing it</extracomment>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>I agree: take my picture</source>
        <extracomment>Button: agrees that the camera takes one&apos;s portrait</extracomment>
        <translation>أوافق: التقط صورتي</translation>
    </message>
    <message>
        <source>May the camera take your picture?</source>
        <extracomment>Title: before the camera looks at somebody&apos;s face</extracomment>
        <translation>هل تأذن للكاميرا بتصويرك؟</translation>
    </message>
    <message>
        <source>It is for this request only: %1.</source>
        <extracomment>What a portrait is for; %1 is the service&apos;s name</extracomment>
        <translation>الصورة لهذا الطلب وحده: %1.</translation>
    </message>
    <message>
        <source>It goes to the municipality together with your request, and only if you send the request.</source>
        <extracomment>What becomes of a portrait</extracomment>
        <translation>تصل إلى البلدية مع طلبك، ولا تُرسل إلا إذا أرسلت الطلب.</translation>
    </message>
    <message>
        <source>It is not kept on this terminal, and nobody is recognised by it here.</source>
        <extracomment>What becomes of a portrait</extracomment>
        <translation>لا تُحفظ على هذا الجهاز، ولا يُتعرَّف بها على أحد هنا.</translation>
    </message>
    <message>
        <source>The camera is off now. You see the picture before it is used, and can take it again.</source>
        <extracomment>What becomes of a portrait</extracomment>
        <translation>الكاميرا مطفأة الآن. سترى الصورة قبل استخدامها، ولك أن تعيد التقاطها.</translation>
    </message>
    <message>
        <source>You can have it taken at the counter instead. Your request goes on either way.</source>
        <extracomment>A portrait may be taken elsewhere</extracomment>
        <translation>يمكن أن تُلتقط عند موظف الاستقبال بدلًا من ذلك، وطلبك يستمر في الحالين.</translation>
    </message>
    <message>
        <source>No, at the counter instead</source>
        <extracomment>Button: no portrait at the terminal</extracomment>
        <translation>لا، عند موظف الاستقبال بدلًا من ذلك</translation>
    </message>
</context>
<context>
    <name>CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <extracomment>Spoken: seconds that are left before the session ends</extracomment>
        <translation>
            <numerusform>لم يبق وقت</numerusform>
            <numerusform>بقيت ثانية واحدة</numerusform>
            <numerusform>بقيت ثانيتان</numerusform>
            <numerusform>بقيت %n ثوانٍ</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>January|February|March|April|May|June|July|August|September|October|November|December</source>
        <extracomment>Months of the Gregorian calendar, in order, separated by &quot;|&quot;</extracomment>
        <translation>يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر</translation>
    </message>
    <message>
        <source>Muharram|Safar|Rabi al-Awwal|Rabi al-Thani|Jumada al-Ula|Jumada al-Akhirah|Rajab|Sha&apos;ban|Ramadan|Shawwal|Dhu al-Qi&apos;dah|Dhu al-Hijjah</source>
        <extracomment>Months of the Hijri calendar, in order, separated by &quot;|&quot;</extracomment>
        <translation>محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة</translation>
    </message>
    <message>
        <source>%1 AH</source>
        <extracomment>A date of the Hijri calendar; %1 is day, month and year</extracomment>
        <translation>%1 هـ</translation>
    </message>
    <message>
        <source>%1 CE</source>
        <extracomment>A date of the Gregorian calendar; %1 is day, month and year</extracomment>
        <translation>%1 م</translation>
    </message>
    <message>
        <source>Hijri</source>
        <extracomment>Choice of calendar</extracomment>
        <translation>هجري</translation>
    </message>
    <message>
        <source>Gregorian</source>
        <extracomment>Choice of calendar</extracomment>
        <translation>ميلادي</translation>
    </message>
    <message>
        <source>Day</source>
        <extracomment>Part of a date</extracomment>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Month</source>
        <extracomment>Part of a date</extracomment>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Year</source>
        <extracomment>Part of a date</extracomment>
        <translation>السنة</translation>
    </message>
    <message>
        <source>Months go from %1 to %2</source>
        <extracomment>What is wrong with a typed date</extracomment>
        <translation>الأشهر من %1 إلى %2</translation>
    </message>
    <message>
        <source>Days go from %1 to %2</source>
        <extracomment>What is wrong with a typed date; %2 is the last day that a month can have</extracomment>
        <translation>الأيام من %1 إلى %2</translation>
    </message>
    <message>
        <source>Years go from %1 to %2</source>
        <extracomment>What is wrong with a typed date; %1 and %2 are years</extracomment>
        <translation>السنوات من %1 إلى %2</translation>
    </message>
    <message>
        <source>%1 %2 has only %3 days</source>
        <extracomment>What is wrong with a typed date; %1 is a month&apos;s name, %2 a year, %3 its number of days</extracomment>
        <translation>أيام %1 %2 هي %3 فقط</translation>
    </message>
    <message>
        <source>Day, month and year, please; the year in four digits</source>
        <extracomment>The page was left too early: a part of the typed date is missing</extracomment>
        <translation>أكمل اليوم والشهر والسنة من فضلك، والسنة أربعة أرقام</translation>
    </message>
    <message>
        <source>Choose the day on wheels</source>
        <extracomment>Button that shows or hides the wheels of a date</extracomment>
        <translation>اختر اليوم من القوائم</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>Key of the keyboard that goes to the next box of a date</extracomment>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <extracomment>Button under the wheels of a date: takes the day at which they stand; %1 is that day</extracomment>
        <translation>اختر %1</translation>
    </message>
</context>
<context>
    <name>DigitsField</name>
    <message>
        <source>Clear</source>
        <extracomment>Button inside a field that empties it</extracomment>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>DigitsKeyboard</name>
    <message>
        <source>Erase</source>
        <extracomment>Key that removes the last digit</extracomment>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>Use this picture</source>
        <extracomment>Button: the picture is good</extracomment>
        <translation>اعتمد هذه الصورة</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <extracomment>Button: take the picture</extracomment>
        <translation>التقط الصورة</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <extracomment>Title: which document is shown to the camera; %1 is its name, %2 of %3 its number</extracomment>
        <translation>%1 (%2 من %3)</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button that tries again</extracomment>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>The camera shows nothing</source>
        <extracomment>In the place of the camera&apos;s picture</extracomment>
        <translation>لا تظهر صورة من الكاميرا</translation>
    </message>
    <message>
        <source>The camera is waking up</source>
        <extracomment>In the place of the camera&apos;s picture, for a moment</extracomment>
        <translation>الكاميرا تستعد</translation>
    </message>
    <message>
        <source>The picture that you took</source>
        <extracomment>Description of the camera&apos;s picture</extracomment>
        <translation>الصورة التي التقطتها</translation>
    </message>
    <message>
        <source>What the camera sees now</source>
        <extracomment>Description of the camera&apos;s live picture</extracomment>
        <translation>ما تراه الكاميرا الآن</translation>
    </message>
    <message>
        <source>Is everything in the picture and easy to read?</source>
        <extracomment>Instruction beside the taken picture</extracomment>
        <translation>هل كل شيء داخل الصورة ومقروء بوضوح؟</translation>
    </message>
    <message>
        <source>Hold it still under the camera until it fills the frame.</source>
        <extracomment>Instruction under the camera&apos;s picture</extracomment>
        <translation>ثبته تحت الكاميرا حتى يملأ الإطار.</translation>
    </message>
    <message>
        <source>Take it again</source>
        <extracomment>Button: take the picture once more</extracomment>
        <translation>أعد التصوير</translation>
    </message>
    <message>
        <source>I don&apos;t have it</source>
        <extracomment>Button: go on without an optional document</extracomment>
        <translation>ليس معي</translation>
    </message>
    <message>
        <source>Lay it flat under the camera. When it lies still, we take the picture by ourselves.</source>
        <extracomment>Instruction under the camera&apos;s picture, for a page of paper</extracomment>
        <translation>ابسط الورقة تحت الكاميرا. نلتقط الصورة تلقائيًا عندما تثبت.</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <extracomment>Button: use a picture that is not quite good</extracomment>
        <translation>اعتمد هذه الصورة كما هي</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <extracomment>Title: a document&apos;s name, and which of its pages is shown to the camera</extracomment>
        <translation>%1، الصفحة %2</translation>
    </message>
    <message>
        <source>Add another page</source>
        <extracomment>Button: the picture is good, and the document has another page</extracomment>
        <translation>أضف صفحة أخرى</translation>
    </message>
    <message>
        <source>That was the last page</source>
        <extracomment>Button: the document has no page after the one before</extracomment>
        <translation>هذه آخر صفحة</translation>
    </message>
    <message>
        <source>Are both eyes open, and the whole face in the picture?</source>
        <extracomment>Instruction beside the taken portrait</extracomment>
        <translation>هل العينان مفتوحتان والوجه كله في الصورة؟</translation>
    </message>
    <message>
        <source>Look straight into the camera, with your face in the oval. We take the picture by ourselves.</source>
        <extracomment>Instruction under the camera&apos;s picture, for a portrait</extracomment>
        <translation>انظر إلى الكاميرا مباشرة ووجهك داخل الإطار البيضاوي، ونحن نلتقط الصورة.</translation>
    </message>
    <message>
        <source>At the counter instead</source>
        <extracomment>Button: no portrait at the terminal</extracomment>
        <translation>عند موظف الاستقبال بدلًا من ذلك</translation>
    </message>
    <message>
        <source>Send it from my phone</source>
        <extracomment>Button: send the document from one&apos;s own phone</extracomment>
        <translation>أرسله من جوالي</translation>
    </message>
    <message>
        <source>Use my phone instead</source>
        <extracomment>Button: send the document from one&apos;s own phone instead of the terminal&apos;s camera</extracomment>
        <translation>استخدم جوالي بدلًا من ذلك</translation>
    </message>
</context>
<context>
    <name>FieldFrame</name>
    <message>
        <source>(optional)</source>
        <extracomment>After the label of a field that may be left empty</extracomment>
        <translation>(اختياري)</translation>
    </message>
</context>
<context>
    <name>FieldInput</name>
    <message>
        <source>%1 (optional)</source>
        <extracomment>Label of a question that may be left out; %1 is the question</extracomment>
        <translation>%1 (اختياري)</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>Key of the keyboard that goes to the next page</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>Key of the keyboard that goes to the next question of the page</extracomment>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Bringing your choices</source>
        <extracomment>While the backend&apos;s choices are loaded</extracomment>
        <translation>نجلب خياراتك</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>Primary button that goes to the next page</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button that tries again</extracomment>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Please look at this answer again</source>
        <extracomment>The municipality refused an answer of the form</extracomment>
        <translation>راجع هذه الإجابة من فضلك</translation>
    </message>
    <message>
        <source>No establishment is registered in your name</source>
        <extracomment>Nothing to choose from: the citizen has no establishment</extracomment>
        <translation>لا توجد منشأة مسجلة باسمك</translation>
    </message>
    <message>
        <source>There is no licence in your name that this service needs</source>
        <extracomment>Nothing to choose from: the citizen has no such licence</extracomment>
        <translation>لا توجد باسمك رخصة تحتاجها هذه الخدمة</translation>
    </message>
    <message>
        <source>No appointment is free here in the coming days</source>
        <extracomment>Nothing to choose from: no appointment is free</extracomment>
        <translation>لا يوجد موعد متاح هنا في الأيام القادمة</translation>
    </message>
    <message>
        <source>There is nothing to choose from at the moment</source>
        <extracomment>Nothing to choose from</extracomment>
        <translation>لا يوجد ما تختار منه حاليا</translation>
    </message>
    <message>
        <source>It is registered with the Ministry of Commerce first, and appears here by itself. Until then choose another service, or ask at the counter.</source>
        <extracomment>The citizen has no establishment: where one is registered, and what to do here</extracomment>
        <translation>تُسجل المنشأة لدى وزارة التجارة أولا، ثم تظهر هنا تلقائيا. حتى ذلك الحين اختر خدمة أخرى، أو اسأل موظف الاستقبال.</translation>
    </message>
    <message>
        <source>If you have one, it may stand under another ID number. Choose another service, or ask at the counter.</source>
        <extracomment>The citizen has no such licence: what to do</extracomment>
        <translation>إن كانت لديك رخصة فقد تكون مسجلة برقم هوية آخر. اختر خدمة أخرى، أو اسأل موظف الاستقبال.</translation>
    </message>
    <message>
        <source>Go back to choose another municipality or subject, or choose another service.</source>
        <extracomment>No appointment is free: what to do</extracomment>
        <translation>ارجع لاختيار بلدية أخرى أو موضوع آخر، أو اختر خدمة أخرى.</translation>
    </message>
    <message>
        <source>Choose another service, or ask at the counter.</source>
        <extracomment>Nothing to choose from: what to do</extracomment>
        <translation>اختر خدمة أخرى، أو اسأل موظف الاستقبال.</translation>
    </message>
    <message>
        <source>Choose another service</source>
        <extracomment>Primary button where there is nothing to choose from</extracomment>
        <translation>اختر خدمة أخرى</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Every control in every state.</source>
        <extracomment>Help of the gallery page</extracomment>
        <translation>كل عنصر في كل حالاته.</translation>
    </message>
    <message>
        <source>Gallery</source>
        <extracomment>Title of the gallery page</extracomment>
        <translation>المعرض</translation>
    </message>
    <message>
        <source>Show a dialog</source>
        <extracomment>Gallery: opens a specimen of a dialog</extracomment>
        <translation>عرض نافذة</translation>
    </message>
    <message>
        <source>To protect your information we will end this session and clear the screen.</source>
        <extracomment>What happens when nobody answers</extracomment>
        <translation>حفاظًا على معلوماتك سننهي الجلسة ونمسح الشاشة.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <extracomment>Button that keeps the session</extracomment>
        <translation>ما زلت هنا</translation>
    </message>
    <message>
        <source>End the session</source>
        <extracomment>Button that ends the session at once</extracomment>
        <translation>إنهاء الجلسة</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <extracomment>Question after a while without a touch</extracomment>
        <translation>هل ما زلت هنا؟</translation>
    </message>
</context>
<context>
    <name>GalleryButtons</name>
    <message>
        <source>Buttons</source>
        <extracomment>Gallery heading</extracomment>
        <translation>الأزرار</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>Primary button that goes to the next page</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Sending</source>
        <extracomment>Button while an answer is awaited</extracomment>
        <translation>جارٍ الإرسال</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <extracomment>Button that prints a receipt</extracomment>
        <translation>طباعة الإيصال</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>Button that leaves the optional step out</extracomment>
        <translation>تخطّي</translation>
    </message>
    <message>
        <source>Cancel the request</source>
        <extracomment>Button that gives up a request that was started</extracomment>
        <translation>إلغاء الطلب</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <extracomment>Button that reads the page aloud</extracomment>
        <translation>قراءة الصفحة</translation>
    </message>
    <message>
        <source>Agree to the conditions of issuing a commercial licence and go on to the shop&apos;s location on the map</source>
        <extracomment>A button whose words need two lines</extracomment>
        <translation>الموافقة على شروط إصدار الرخصة التجارية والانتقال إلى تحديد موقع المحل على الخريطة</translation>
    </message>
</context>
<context>
    <name>GalleryChoices</name>
    <message>
        <source>Choices</source>
        <extracomment>Gallery heading</extracomment>
        <translation>الاختيارات</translation>
    </message>
    <message>
        <source>Licences, renewals, appointments</source>
        <extracomment>What the electronic services are</extracomment>
        <translation>رخص وتجديد ومواعيد</translation>
    </message>
    <message>
        <source>Electronic services</source>
        <extracomment>Service family</extracomment>
        <translation>الخدمات الإلكترونية</translation>
    </message>
    <message>
        <source>Reports, ideas, ratings</source>
        <extracomment>What the interactive services are</extracomment>
        <translation>بلاغات وأفكار وتقييم</translation>
    </message>
    <message>
        <source>Interactive services</source>
        <extracomment>Service family</extracomment>
        <translation>الخدمات التفاعلية</translation>
    </message>
    <message>
        <source>Not available now</source>
        <extracomment>Why a family of services is grey</extracomment>
        <translation>غير متاحة الآن</translation>
    </message>
    <message>
        <source>Information services</source>
        <extracomment>Service family</extracomment>
        <translation>الخدمات المعلوماتية</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>In a small badge: this service is new</extracomment>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Issue, renew, amend or transfer it</source>
        <extracomment>What the commercial licence service does</extracomment>
        <translation>إصدار وتجديد وتعديل ونقل</translation>
    </message>
    <message>
        <source>Commercial licence</source>
        <extracomment>Service</extracomment>
        <translation>رخصة تجارية</translation>
    </message>
    <message>
        <source>Build, restore, demolish or fence</source>
        <extracomment>What the construction licence service does</extracomment>
        <translation>بناء وترميم وهدم وتسوير</translation>
    </message>
    <message>
        <source>Construction licence</source>
        <extracomment>Service</extracomment>
        <translation>رخصة إنشائية</translation>
    </message>
    <message>
        <source>You need a building permit first</source>
        <extracomment>Why a service is grey: another one must come first</extracomment>
        <translation>تحتاج إلى رخصة بناء أولًا</translation>
    </message>
    <message>
        <source>Insulation certificate</source>
        <extracomment>Service</extracomment>
        <translation>شهادة العزل الحراري</translation>
    </message>
    <message>
        <source>Renewal of a commercial licence</source>
        <extracomment>A request that the person has made</extracomment>
        <translation>تجديد رخصة تجارية</translation>
    </message>
    <message>
        <source>In review</source>
        <extracomment>State of a request</extracomment>
        <translation>قيد المراجعة</translation>
    </message>
    <message>
        <source>Book an appointment</source>
        <extracomment>Service</extracomment>
        <translation>حجز موعد</translation>
    </message>
    <message>
        <source>Words and buttons grow</source>
        <extracomment>What the larger-text setting does</extracomment>
        <translation>تكبير الكلمات والأزرار</translation>
    </message>
    <message>
        <source>Larger text</source>
        <extracomment>Accessibility setting</extracomment>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Pictures and pages stand still</source>
        <extracomment>What the motion setting does</extracomment>
        <translation>تثبت الصور والصفحات</translation>
    </message>
    <message>
        <source>No motion</source>
        <extracomment>Accessibility setting</extracomment>
        <translation>بدون حركة</translation>
    </message>
    <message>
        <source>Shop activity</source>
        <extracomment>What the list is for</extracomment>
        <translation>نشاط المحل</translation>
    </message>
    <message>
        <source>Bakery</source>
        <extracomment>Shop activity</extracomment>
        <translation>مخبز</translation>
    </message>
    <message>
        <source>Bread and pastries, made on the spot</source>
        <extracomment>What a bakery does</extracomment>
        <translation>خبز ومعجنات تُحضّر في المحل</translation>
    </message>
    <message>
        <source>Food</source>
        <extracomment>Group of shop activities</extracomment>
        <translation>الأغذية</translation>
    </message>
    <message>
        <source>Coffee shop</source>
        <extracomment>Shop activity</extracomment>
        <translation>مقهى</translation>
    </message>
    <message>
        <source>Grocery</source>
        <extracomment>Shop activity</extracomment>
        <translation>بقالة</translation>
    </message>
    <message>
        <source>Restaurant</source>
        <extracomment>Shop activity</extracomment>
        <translation>مطعم</translation>
    </message>
    <message>
        <source>Barber&apos;s shop</source>
        <extracomment>Shop activity</extracomment>
        <translation>حلاقة رجالية</translation>
    </message>
    <message>
        <source>Personal services</source>
        <extracomment>Group of shop activities</extracomment>
        <translation>خدمات شخصية</translation>
    </message>
    <message>
        <source>Laundry</source>
        <extracomment>Shop activity</extracomment>
        <translation>مغسلة ملابس</translation>
    </message>
    <message>
        <source>Tailor</source>
        <extracomment>Shop activity</extracomment>
        <translation>خياطة</translation>
    </message>
    <message>
        <source>Car workshop</source>
        <extracomment>Shop activity</extracomment>
        <translation>ورشة سيارات</translation>
    </message>
    <message>
        <source>Vehicles</source>
        <extracomment>Group of shop activities</extracomment>
        <translation>المركبات</translation>
    </message>
    <message>
        <source>Car wash</source>
        <extracomment>Shop activity</extracomment>
        <translation>مغسلة سيارات</translation>
    </message>
</context>
<context>
    <name>GalleryFields</name>
    <message>
        <source>Fields</source>
        <extracomment>Gallery heading</extracomment>
        <translation>الحقول</translation>
    </message>
    <message>
        <source>As you want it on the licence and the sign</source>
        <extracomment>Help under a field</extracomment>
        <translation>كما تريده في الرخصة واللوحة</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <extracomment>Label of a field</extracomment>
        <translation>اسم المحل</translation>
    </message>
    <message>
        <source>Example: Palm Bakery</source>
        <extracomment>Example inside an empty field</extracomment>
        <translation>مثال: مخبز النخلة</translation>
    </message>
    <message>
        <source>Write the street&apos;s name, at least three letters.</source>
        <extracomment>What to put right in a field</extracomment>
        <translation>اكتب اسم الشارع، ثلاثة أحرف على الأقل.</translation>
    </message>
    <message>
        <source>Street</source>
        <extracomment>Label of a field</extracomment>
        <translation>الشارع</translation>
    </message>
    <message>
        <source>Ki</source>
        <extracomment>A street that is too short</extracomment>
        <translation>ال</translation>
    </message>
    <message>
        <source>Short national address</source>
        <extracomment>Label of a field</extracomment>
        <translation>العنوان الوطني المختصر</translation>
    </message>
    <message>
        <source>What did you see?</source>
        <extracomment>Label of a field with several lines</extracomment>
        <translation>ماذا رأيت؟</translation>
    </message>
    <message>
        <source>The street light in front of the school has been out for three days.</source>
        <extracomment>A report of a citizen</extracomment>
        <translation>عمود الإنارة أمام المدرسة مطفأ منذ ثلاثة أيام.</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <extracomment>Label of a field</extracomment>
        <translation>رقم الجوال</translation>
    </message>
    <message>
        <source>An identity number has 10 digits.</source>
        <extracomment>What to put right in a field</extracomment>
        <translation>رقم الهوية مكوّن من 10 أرقام.</translation>
    </message>
    <message>
        <source>Identity number</source>
        <extracomment>Label of a field</extracomment>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>We sent it to your mobile. It is good for two minutes.</source>
        <extracomment>Help under a one-time code</extracomment>
        <translation>أرسلناه إلى جوالك، وهو صالح لدقيقتين.</translation>
    </message>
    <message>
        <source>Code from the message</source>
        <extracomment>Label of a one-time code</extracomment>
        <translation>رمز التحقق من الرسالة</translation>
    </message>
    <message>
        <source>Is the shop rented?</source>
        <extracomment>A yes-or-no question</extracomment>
        <translation>هل المحل مستأجر؟</translation>
    </message>
    <message>
        <source>Number of signs</source>
        <extracomment>Label of a quantity</extracomment>
        <translation>عدد اللوحات</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <extracomment>Label of a date</extracomment>
        <translation>يوم الزيارة</translation>
    </message>
    <message>
        <source>Search the services</source>
        <extracomment>Spoken name of a search box</extracomment>
        <translation>البحث في الخدمات</translation>
    </message>
</context>
<context>
    <name>GalleryMessages</name>
    <message>
        <source>Messages</source>
        <extracomment>Gallery heading</extracomment>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>The municipality answers before 30 October 2026. We will send you a message.</source>
        <extracomment>What happened and what comes next</extracomment>
        <translation>ستردّ البلدية قبل 30 أكتوبر 2026 م، وسنرسل إليك رسالة.</translation>
    </message>
    <message>
        <source>We have received your request</source>
        <extracomment>A request was accepted</extracomment>
        <translation>استلمنا طلبك</translation>
    </message>
    <message>
        <source>Start the insulation certificate</source>
        <extracomment>Button that starts the step that is missing</extracomment>
        <translation>بدء طلب شهادة العزل</translation>
    </message>
    <message>
        <source>The completion certificate comes after it. You can start it here now; nothing that you typed is lost.</source>
        <extracomment>What to do about a missing step</extracomment>
        <translation>تأتي شهادة الإتمام بعدها. يمكنك بدؤها هنا الآن، وما كتبته محفوظ.</translation>
    </message>
    <message>
        <source>One step comes first</source>
        <extracomment>A step is missing</extracomment>
        <translation>خطوة واحدة قبل ذلك</translation>
    </message>
    <message>
        <source>Your request is safe and your number is on the screen. Take a picture of it, or try the printer again.</source>
        <extracomment>What is safe and what to do</extracomment>
        <translation>طلبك محفوظ ورقمه على الشاشة. صوّره أو جرّب الطباعة مرة أخرى.</translation>
    </message>
    <message>
        <source>The paper did not come out</source>
        <extracomment>The printer stopped</extracomment>
        <translation>لم تخرج الورقة</translation>
    </message>
    <message>
        <source>Amounts are paid through SADAD only. This terminal takes no cash and no cards.</source>
        <extracomment>A calm piece of information</extracomment>
        <translation>السداد عبر نظام سداد فقط. لا يقبل هذا الجهاز النقد ولا البطاقات.</translation>
    </message>
    <message>
        <source>Issue a commercial licence</source>
        <extracomment>Name of a service, above the steps</extracomment>
        <translation>إصدار رخصة تجارية</translation>
    </message>
    <message>
        <source>Your licence</source>
        <extracomment>Heading of a table of facts</extracomment>
        <translation>رخصتك</translation>
    </message>
    <message>
        <source>Licence number</source>
        <extracomment>Fact</extracomment>
        <translation>رقم الرخصة</translation>
    </message>
    <message>
        <source>Activity</source>
        <extracomment>Fact</extracomment>
        <translation>النشاط</translation>
    </message>
    <message>
        <source>Coffee shop</source>
        <extracomment>Shop activity</extracomment>
        <translation>مقهى</translation>
    </message>
    <message>
        <source>Ends on</source>
        <extracomment>Fact</extracomment>
        <translation>تنتهي في</translation>
    </message>
    <message>
        <source>12 Jumada al-Ula 1448 AH - 23 October 2026</source>
        <extracomment>A day in both calendars</extracomment>
        <translation>12 جمادى الأولى 1448 هـ - 23 أكتوبر 2026 م</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>Fact</extracomment>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>King Fahd Road, Al Olaya, Riyadh, beside the public library</source>
        <extracomment>An address</extracomment>
        <translation>طريق الملك فهد، حي العليا، الرياض، بجوار المكتبة العامة</translation>
    </message>
    <message>
        <source>Draft</source>
        <extracomment>State</extracomment>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>State</extracomment>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <extracomment>State</extracomment>
        <translation>ينتهي قريبًا</translation>
    </message>
    <message>
        <source>Late</source>
        <extracomment>State</extracomment>
        <translation>متأخر</translation>
    </message>
    <message>
        <source>In review</source>
        <extracomment>State</extracomment>
        <translation>قيد المراجعة</translation>
    </message>
    <message>
        <source>1,250.00 SAR</source>
        <extracomment>Amount of a bill</extracomment>
        <translation>1,250.00 ر.س</translation>
    </message>
    <message>
        <source>Balady</source>
        <extracomment>Who is paid</extracomment>
        <translation>بلدي</translation>
    </message>
    <message>
        <source>22 Jumada al-Ula 1448 AH - 2 November 2026</source>
        <extracomment>Last day, both calendars</extracomment>
        <translation>22 جمادى الأولى 1448 هـ - 2 نوفمبر 2026 م</translation>
    </message>
    <message>
        <source>Issue of a commercial licence, one year</source>
        <extracomment>What is paid for</extracomment>
        <translation>إصدار رخصة تجارية لمدة سنة</translation>
    </message>
    <message>
        <source>Asking the municipality</source>
        <extracomment>What we wait for</extracomment>
        <translation>نسأل البلدية</translation>
    </message>
    <message>
        <source>How was this service?</source>
        <extracomment>A question with one to five stars</extracomment>
        <translation>كيف كانت الخدمة؟</translation>
    </message>
</context>
<context>
    <name>GalleryPictures</name>
    <message>
        <source>Pictures</source>
        <extracomment>Gallery heading</extracomment>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Put your card on the reader</source>
        <extracomment>What a drawing shows</extracomment>
        <translation>ضع بطاقتك على القارئ</translation>
    </message>
    <message>
        <source>Hold the code before the light</source>
        <extracomment>What a drawing shows</extracomment>
        <translation>قرّب الرمز من الضوء</translation>
    </message>
    <message>
        <source>Take your paper</source>
        <extracomment>What a drawing shows</extracomment>
        <translation>خذ ورقتك</translation>
    </message>
    <message>
        <source>Hold still</source>
        <extracomment>What a drawing shows</extracomment>
        <translation>اثبت قليلًا</translation>
    </message>
    <message>
        <source>Put the page under the camera</source>
        <extracomment>What a drawing shows
----------
In the preview before the camera sees anything</extracomment>
        <translation>ضع الورقة تحت الكاميرا</translation>
    </message>
    <message>
        <source>Look at your phone</source>
        <extracomment>What a drawing shows</extracomment>
        <translation>انظر إلى جوالك</translation>
    </message>
    <message>
        <source>Your paper is printing</source>
        <extracomment>What a drawing shows</extracomment>
        <translation>نطبع ورقتك</translation>
    </message>
    <message>
        <source>The paper is stuck</source>
        <extracomment>What a drawing shows</extracomment>
        <translation>الورقة عالقة</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>What a drawing shows</extracomment>
        <translation>تم</translation>
    </message>
    <message>
        <source>We keep it until the network is back</source>
        <extracomment>What a drawing shows</extracomment>
        <translation>نحفظه حتى تعود الشبكة</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <extracomment>What a drawing shows</extracomment>
        <translation>المس للبدء</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <extracomment>Spoken name of the camera&apos;s preview</extracomment>
        <translation>ما تراه الكاميرا</translation>
    </message>
    <message>
        <source>The picture is clear</source>
        <extracomment>In the preview when the picture is good</extracomment>
        <translation>الصورة واضحة</translation>
    </message>
</context>
<context>
    <name>GoodbyePage</name>
    <message>
        <source>Nothing of yours stays on this terminal.</source>
        <extracomment>Help of the last page</extracomment>
        <translation>لا يبقى في هذا الجهاز شيء من بياناتك.</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>Button: finished, ends the session</extracomment>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Take your card, please</source>
        <extracomment>Last page</extracomment>
        <translation>خذ بطاقتك من فضلك</translation>
    </message>
    <message>
        <source>Thank you for coming</source>
        <extracomment>Last page</extracomment>
        <translation>شكرا لزيارتك</translation>
    </message>
    <message>
        <source>Do something else</source>
        <extracomment>Button that goes to the home page</extracomment>
        <translation>خدمة أخرى</translation>
    </message>
    <message>
        <source>Your identity and your card&apos;s details</source>
        <extracomment>Last page: one of the things that are erased</extracomment>
        <translation>هويتك وبيانات بطاقتك</translation>
    </message>
    <message>
        <source>Your answers</source>
        <extracomment>Last page: one of the things that are erased</extracomment>
        <translation>إجاباتك</translation>
    </message>
    <message>
        <source>Your pictures</source>
        <extracomment>Last page: one of the things that are erased</extracomment>
        <translation>صورك</translation>
    </message>
    <message>
        <source>Your report, encrypted here until the municipality has it; if it cannot take it, for 90 days at most. Then only a number without your name stays, so that nothing is sent twice.</source>
        <extracomment>Last page: one of the things that stay; where, how long and why</extracomment>
        <translation>بلاغك، مشفرا هنا حتى يصل إلى البلدية، فإن تعذر قبوله فمدة لا تزيد على 90 يوما. ثم لا يبقى إلا رقم بلا اسم، حتى لا يُرسل شيء مرتين.</translation>
    </message>
    <message>
        <source>Your report stays here until we have sent it.</source>
        <extracomment>Help of the last page, after a report was accepted without a network</extracomment>
        <translation>يبقى بلاغك هنا حتى نرسله.</translation>
    </message>
    <message>
        <source>Your request, with the municipality, as long as the law says, so that it can answer you. Here stays a number without your name, for 90 days, so that nothing is sent twice.</source>
        <extracomment>Last page: one of the things that stay; who has it, how long and why</extracomment>
        <translation>طلبك لدى البلدية للمدة النظامية، لترد عليك. ويبقى هنا رقم بلا اسم مدة 90 يوما، حتى لا يُرسل شيء مرتين.</translation>
    </message>
    <message>
        <source>A number without your name, here, until we know that your request arrived.</source>
        <extracomment>Last page: one of the things that stay; who has it, how long and why</extracomment>
        <translation>رقم بلا اسم في هذا الجهاز، حتى نعلم أن طلبك وصل.</translation>
    </message>
    <message>
        <source>Your paper, with you alone. There is no copy of it here.</source>
        <extracomment>Last page: one of the things that stay; who has it</extracomment>
        <translation>ورقتك معك وحدك، ولا نسخة منها هنا.</translation>
    </message>
    <message>
        <source>Erased from here now</source>
        <extracomment>Last page: heading of the things that are erased</extracomment>
        <translation>ما نمحوه الآن من هذا الجهاز</translation>
    </message>
    <message>
        <source>What stays, and why</source>
        <extracomment>Last page: heading of the things that stay</extracomment>
        <translation>ما يبقى، ولماذا</translation>
    </message>
    <message>
        <source>So the Personal Data Protection Law asks.</source>
        <extracomment>Last page: by which law things are erased and kept</extracomment>
        <translation>وفق نظام حماية البيانات الشخصية.</translation>
    </message>
    <message>
        <source>What you showed and typed here is erased.</source>
        <extracomment>Help of the last page, above a list of what was erased and one of what stays</extracomment>
        <translation>مُحي من هنا ما عرضته وما كتبته.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Electronic services</source>
        <extracomment>One of the three families of services</extracomment>
        <translation>الخدمات الإلكترونية</translation>
    </message>
    <message>
        <source>Interactive services</source>
        <extracomment>One of the three families of services</extracomment>
        <translation>الخدمات التفاعلية</translation>
    </message>
    <message>
        <source>Information services</source>
        <extracomment>One of the three families of services</extracomment>
        <translation>الخدمات المعلوماتية</translation>
    </message>
    <message>
        <source>Apply, renew, pay and print</source>
        <extracomment>What the electronic services are for</extracomment>
        <translation>قدم وجدد وسدد واطبع</translation>
    </message>
    <message>
        <source>Report, rate, take part</source>
        <extracomment>What the interactive services are for</extracomment>
        <translation>أبلغ وقيم وشارك</translation>
    </message>
    <message>
        <source>Ask, check and prepare</source>
        <extracomment>What the information services are for</extracomment>
        <translation>استعلم وتحقق واستعد</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <extracomment>Question of the home page</extracomment>
        <translation>ما الخدمة التي تريدها؟</translation>
    </message>
    <message>
        <source>%1, what would you like to do?</source>
        <extracomment>Question of the home page; %1 is the citizen&apos;s name</extracomment>
        <translation>%1، ما الخدمة التي تريدها؟</translation>
    </message>
    <message>
        <source>Search: licence, report, appointment…</source>
        <extracomment>Inside the search box of the home page</extracomment>
        <translation>ابحث: رخصة، بلاغ، موعد…</translation>
    </message>
    <message>
        <source>You can read conditions and check a licence&apos;s code. Other services come back by themselves.</source>
        <extracomment>What still works without a network</extracomment>
        <translation>يمكنك قراءة الشروط والتحقق من رمز الرخصة، وتعود بقية الخدمات تلقائيا.</translation>
    </message>
    <message>
        <source>No connection at the moment</source>
        <extracomment>The terminal has no connection</extracomment>
        <translation>لا يوجد اتصال حاليا</translation>
    </message>
    <message>
        <source>Nothing matches. Try another word, or empty the box to see all services.</source>
        <extracomment>A search on the home page found nothing</extracomment>
        <translation>لا توجد نتيجة. جرب كلمة أخرى، أو امسح البحث لترى كل الخدمات.</translation>
    </message>
    <message>
        <source>You can send a report: we keep it here and send it later. You can also read conditions and check a licence&apos;s code.</source>
        <extracomment>What still works without a network, where reports are kept and sent later</extracomment>
        <translation>يمكنك إرسال بلاغ، فنحفظه هنا ونرسله لاحقا. ويمكنك أيضا قراءة الشروط والتحقق من رمز الرخصة.</translation>
    </message>
</context>
<context>
    <name>IdentifyChoicePage</name>
    <message>
        <source>Then you confirm it on your phone. Nothing stays on this terminal when you leave.</source>
        <extracomment>Help under the question how to sign in</extracomment>
        <translation>ثم تؤكد من جوالك، ولا يبقى في هذا الجهاز شيء بعد مغادرتك.</translation>
    </message>
    <message>
        <source>How would you like to tell us who you are?</source>
        <extracomment>Question: how to sign in</extracomment>
        <translation>كيف تريد التعريف بنفسك؟</translation>
    </message>
    <message>
        <source>A card with a chip; put it on the reader</source>
        <extracomment>What using a chip card means</extracomment>
        <translation>بطاقة بشريحة تضعها على القارئ</translation>
    </message>
    <message>
        <source>With my card</source>
        <extracomment>Way to sign in</extracomment>
        <translation>ببطاقتي</translation>
    </message>
    <message>
        <source>National ID, residence or border number</source>
        <extracomment>What typing the number means</extracomment>
        <translation>رقم الهوية الوطنية أو الإقامة أو الحدود</translation>
    </message>
    <message>
        <source>By typing my ID number</source>
        <extracomment>Way to sign in</extracomment>
        <translation>بكتابة رقم هويتي</translation>
    </message>
</context>
<context>
    <name>InsertCardPage</name>
    <message>
        <source>Leave it there until we say you can take it.</source>
        <extracomment>Help: how to put the card</extracomment>
        <translation>اتركها في مكانها حتى نخبرك بأخذها.</translation>
    </message>
    <message>
        <source>Put your card on the reader</source>
        <extracomment>Instruction</extracomment>
        <translation>ضع بطاقتك على القارئ</translation>
    </message>
    <message>
        <source>A hand puts a card on the reader</source>
        <extracomment>Description of a drawing</extracomment>
        <translation>يد تضع بطاقة على القارئ</translation>
    </message>
    <message>
        <source>Type my number instead</source>
        <extracomment>Button: sign in without the card</extracomment>
        <translation>أكتب رقمي بدلا من ذلك</translation>
    </message>
    <message>
        <source>Now put your card on the reader</source>
        <extracomment>Instruction, after what is printed on the card was read by the camera</extracomment>
        <translation>ضع بطاقتك الآن على القارئ</translation>
    </message>
</context>
<context>
    <name>KeySet</name>
    <message>
        <source>Done</source>
        <extracomment>Key that closes the on-screen keyboard</extracomment>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>KeyValueList</name>
    <message>
        <source>Details</source>
        <extracomment>Spoken name of a table of facts</extracomment>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Capital letter</source>
        <extracomment>Key for one capital letter</extracomment>
        <translation>حرف كبير</translation>
    </message>
    <message>
        <source>Space</source>
        <extracomment>The space key</extracomment>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Key that removes the last letter</extracomment>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>KioskKeyboard</name>
    <message>
        <source>Done</source>
        <extracomment>Key that closes the on-screen keyboard</extracomment>
        <translation>تم</translation>
    </message>
    <message>
        <source>عربي</source>
        <extracomment>Key that changes the keyboard to Arabic; in Arabic script in every language</extracomment>
        <translation>عربي</translation>
    </message>
    <message>
        <source>ABC</source>
        <extracomment>Key that changes the keyboard to Latin; in Latin script in every language</extracomment>
        <translation>ABC</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <extracomment>Spoken name of the on-screen keyboard</extracomment>
        <translation>لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>LongChoice</name>
    <message>
        <source>Touch to choose another</source>
        <extracomment>Under a chosen answer: a touch opens the list again</extracomment>
        <translation>المس لاختيار غيره</translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>How much paper is left is not counted at this terminal.</source>
        <extracomment>Technician&apos;s page, about the receipt roll</extracomment>
        <translation>لا يُحسب الورق المتبقي في هذا الجهاز.</translation>
    </message>
    <message>
        <source>About %1 m of paper are left.</source>
        <extracomment>Technician&apos;s page, about the receipt roll; %1 is a number of metres</extracomment>
        <translation>بقي من الورق نحو %1 متر.</translation>
    </message>
    <message>
        <source>At last week&apos;s pace they last %1 hours.</source>
        <extracomment>Technician&apos;s page, about the receipt roll; %1 is a number of hours</extracomment>
        <translation>تكفي %1 ساعة بوتيرة الأسبوع الماضي.</translation>
    </message>
    <message>
        <source>It is out: the printer said so.</source>
        <extracomment>Technician&apos;s page, what became of the test receipt</extracomment>
        <translation>خرج الإيصال، وأكدت الطابعة ذلك.</translation>
    </message>
    <message>
        <source>The printer took it. Look whether it came out.</source>
        <extracomment>Technician&apos;s page, what became of the test receipt</extracomment>
        <translation>استلمته الطابعة. تأكد من خروجه.</translation>
    </message>
    <message>
        <source>Nothing was printed. The list above says why, a few seconds later at most.</source>
        <extracomment>Technician&apos;s page, what became of the test receipt</extracomment>
        <translation>لم يُطبع شيء. يظهر السبب في القائمة أعلاه خلال ثوانٍ.</translation>
    </message>
    <message>
        <source>The printer does not say whether it came out. Look for it, also inside.</source>
        <extracomment>Technician&apos;s page, what became of the test receipt</extracomment>
        <translation>لا تقول الطابعة هل خرج الإيصال. ابحث عنه، داخلها أيضًا.</translation>
    </message>
    <message>
        <source>Take the badge out when you are done: then the terminal serves citizens again.</source>
        <extracomment>Help of the technician&apos;s page</extracomment>
        <translation>أخرج البطاقة حين تنتهي، فيعود الجهاز إلى خدمة المواطنين.</translation>
    </message>
    <message>
        <source>Finish maintenance</source>
        <extracomment>Button of the technician&apos;s page: the work is done</extracomment>
        <translation>إنهاء الصيانة</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <extracomment>Title of the technician&apos;s page</extracomment>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Devices</source>
        <extracomment>Technician&apos;s page: heading of the list of devices</extracomment>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Receipt paper</source>
        <extracomment>Technician&apos;s page: heading</extracomment>
        <translation>ورق الإيصالات</translation>
    </message>
    <message>
        <source>Counted from a new roll.</source>
        <extracomment>Technician&apos;s page, after &quot;a new roll is in&quot; was touched</extracomment>
        <translation>بدأ الحساب من لفة جديدة.</translation>
    </message>
    <message>
        <source>A new roll is in</source>
        <extracomment>Button of the technician&apos;s page: the counter of metres begins anew</extracomment>
        <translation>وُضعت لفة جديدة</translation>
    </message>
    <message>
        <source>Prove the repair</source>
        <extracomment>Technician&apos;s page: heading</extracomment>
        <translation>إثبات الإصلاح</translation>
    </message>
    <message>
        <source>Print a test receipt</source>
        <extracomment>Button of the technician&apos;s page</extracomment>
        <translation>اطبع إيصال تجربة</translation>
    </message>
    <message>
        <source>Terminal</source>
        <extracomment>Technician&apos;s page: a label</extracomment>
        <translation>رقم الجهاز</translation>
    </message>
    <message>
        <source>Program version</source>
        <extracomment>Technician&apos;s page: a label</extracomment>
        <translation>إصدار البرنامج</translation>
    </message>
    <message>
        <source>Badges that were withdrawn since are still let in. Bring a new list (badgeRevocations in the settings), or look at the terminal&apos;s clock.</source>
        <extracomment>Technician&apos;s page: what follows from an old list of withdrawn badges</extracomment>
        <translation>البطاقات التي سُحبت بعدها ما زالت تُقبل. أحضر قائمة جديدة (⁦badgeRevocations⁩ في الإعدادات)، أو افحص ساعة الجهاز.</translation>
    </message>
    <message>
        <source>The list of withdrawn badges is old</source>
        <extracomment>Technician&apos;s page: the list of withdrawn badges is not of today</extracomment>
        <translation>قائمة البطاقات المسحوبة قديمة</translation>
    </message>
</context>
<context>
    <name>NumberStepper</name>
    <message>
        <source>Less</source>
        <extracomment>Button that makes a quantity smaller</extracomment>
        <translation>أقل</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>Button that makes a quantity larger</extracomment>
        <translation>أكثر</translation>
    </message>
</context>
<context>
    <name>OptionList</name>
    <message>
        <source>Nothing matches. Try fewer letters.</source>
        <extracomment>A search in a list found no option</extracomment>
        <translation>لا توجد نتائج. جرّب أحرفًا أقل.</translation>
    </message>
</context>
<context>
    <name>OutcomePage</name>
    <message>
        <source>Sent, but not confirmed yet</source>
        <extracomment>The answer to a sent request never came</extracomment>
        <translation>أُرسل الطلب ولم يتأكد استلامه بعد</translation>
    </message>
    <message>
        <source>Thank you. Your report has arrived.</source>
        <extracomment>A report was accepted</extracomment>
        <translation>شكرا لك، وصل بلاغك.</translation>
    </message>
    <message>
        <source>Your appointment is booked</source>
        <extracomment>An appointment was booked</extracomment>
        <translation>حُجز موعدك</translation>
    </message>
    <message>
        <source>Your licence is issued</source>
        <extracomment>State of a request</extracomment>
        <translation>صدرت رخصتك</translation>
    </message>
    <message>
        <source>Your request has arrived</source>
        <extracomment>State of a request</extracomment>
        <translation>وصل طلبك</translation>
    </message>
    <message>
        <source>Your request waits for payment</source>
        <extracomment>State of a request</extracomment>
        <translation>طلبك بانتظار السداد</translation>
    </message>
    <message>
        <source>Your request is approved</source>
        <extracomment>State of a request</extracomment>
        <translation>تمت الموافقة على طلبك</translation>
    </message>
    <message>
        <source>Your request was not approved</source>
        <extracomment>State of a request</extracomment>
        <translation>لم تتم الموافقة على طلبك</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>State of a request</extracomment>
        <translation>تم</translation>
    </message>
    <message>
        <source>The connection broke before the answer came. Please don&apos;t send it again now: if it was recorded, its number comes by text message and stands under “My requests”. Keep the receipt.</source>
        <extracomment>Honest words about a request whose answer never came</extracomment>
        <translation>انقطع الاتصال قبل وصول الرد. لا تعد التقديم الآن من فضلك: إن سُجل طلبك وصلك رقمه برسالة نصية وظهر في «طلباتي». احتفظ بالإيصال.</translation>
    </message>
    <message>
        <source>It goes to the unit in charge. You follow it with this number.</source>
        <extracomment>What happens with a report</extracomment>
        <translation>يُحال إلى الجهة المختصة، وتتابعه بهذا الرقم.</translation>
    </message>
    <message>
        <source>The municipality looks at it now. You get a text message at each step.</source>
        <extracomment>What happens with a request under review</extracomment>
        <translation>تراجعه البلدية الآن، وتصلك رسالة نصية عند كل خطوة.</translation>
    </message>
    <message>
        <source>Pay the SADAD bill; then it goes on by itself. The bill is on your receipt.</source>
        <extracomment>What to do about an unpaid request</extracomment>
        <translation>سدد فاتورة سداد ليكتمل الطلب تلقائيا. تجد الفاتورة في إيصالك.</translation>
    </message>
    <message>
        <source>It will be printed here now.</source>
        <extracomment>The licence can be printed now</extracomment>
        <translation>ستُطبع هنا الآن.</translation>
    </message>
    <message>
        <source>Print my licence</source>
        <extracomment>Button: print licence and receipt</extracomment>
        <translation>اطبع رخصتي</translation>
    </message>
    <message>
        <source>Print my slip</source>
        <extracomment>Button: print the slip of an appointment</extracomment>
        <translation>اطبع بطاقة موعدي</translation>
    </message>
    <message>
        <source>Print my receipt</source>
        <extracomment>Button: print the receipt</extracomment>
        <translation>اطبع إيصالي</translation>
    </message>
    <message>
        <source>Reference number</source>
        <extracomment>Label of the request&apos;s number</extracomment>
        <translation>الرقم المرجعي</translation>
    </message>
    <message>
        <source>This terminal&apos;s reference</source>
        <extracomment>Label of the terminal&apos;s own reference</extracomment>
        <translation>مرجع هذا الجهاز</translation>
    </message>
    <message>
        <source>You can file a complaint at 940; your reference number is all it needs.</source>
        <extracomment>A broken service promise</extracomment>
        <translation>يمكنك تقديم شكوى على 940، ويكفيك فيها رقمك المرجعي.</translation>
    </message>
    <message>
        <source>We missed our promise to you</source>
        <extracomment>A broken service promise</extracomment>
        <translation>تأخرنا عن موعدنا معك</translation>
    </message>
    <message>
        <source>File a complaint now</source>
        <extracomment>Button: begins a complaint about this late request</extracomment>
        <translation>قدم الشكوى الآن</translation>
    </message>
    <message>
        <source>A complaint to 940 is ready for you, with your reference number in it.</source>
        <extracomment>A broken service promise; the button below begins the complaint</extracomment>
        <translation>شكواك إلى 940 جاهزة وفيها رقمك المرجعي.</translation>
    </message>
    <message>
        <source>Kept at this terminal, not yet sent</source>
        <extracomment>Accepted without a network: it lies at the terminal</extracomment>
        <translation>محفوظ في هذا الجهاز ولم يُرسل بعد</translation>
    </message>
    <message>
        <source>There is no connection now. We keep it here and send it when the connection is back; then its number comes by text message.</source>
        <extracomment>What happens with a request that was accepted without a network, and whose citizen gave a mobile</extracomment>
        <translation>لا اتصال الآن. نحفظه هنا ونرسله عند عودة الاتصال، ثم يصلك رقمه برسالة نصية.</translation>
    </message>
    <message>
        <source>There is no connection now. We keep it here and send it when the connection is back. Then you find it at any terminal by this reference.</source>
        <extracomment>What happens with a request that was accepted without a network, and whose citizen gave no mobile</extracomment>
        <translation>لا اتصال الآن. نحفظه هنا ونرسله عند عودة الاتصال، ثم تجده من أي جهاز بهذا المرجع.</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Your receipt for your phone: point its camera at the square.</source>
        <extracomment>Under a QR code that holds what the receipt says</extracomment>
        <translation>إيصالك لجوالك: وجّه كاميرا الجوال إلى المربع.</translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>A paper</extracomment>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Appointment slip</source>
        <extracomment>A paper</extracomment>
        <translation>بطاقة الموعد</translation>
    </message>
    <message>
        <source>List</source>
        <extracomment>A paper</extracomment>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Receipt</source>
        <extracomment>A paper</extracomment>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>Take it, please</source>
        <extracomment>State of a paper</extracomment>
        <translation>خذها من فضلك</translation>
    </message>
    <message>
        <source>Printing…</source>
        <extracomment>State of a paper</extracomment>
        <translation>تُطبع الآن…</translation>
    </message>
    <message>
        <source>Not printed</source>
        <extracomment>State of a paper</extracomment>
        <translation>لم تُطبع</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>State of a paper</extracomment>
        <translation>بانتظار</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>State of a paper</extracomment>
        <translation>التالية</translation>
    </message>
    <message>
        <source>I have my papers</source>
        <extracomment>Button: the citizen has the papers</extracomment>
        <translation>أخذت أوراقي</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>Primary button that goes to the next page</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Your papers are coming</source>
        <extracomment>Title while papers are printed</extracomment>
        <translation>أوراقك في الطريق</translation>
    </message>
    <message>
        <source>Please take your papers</source>
        <extracomment>Title when papers are out</extracomment>
        <translation>خذ أوراقك من فضلك</translation>
    </message>
    <message>
        <source>Nothing was printed</source>
        <extracomment>Title when nothing was printed</extracomment>
        <translation>لم يُطبع شيء</translation>
    </message>
    <message>
        <source>Your request is safe. Its number: %1</source>
        <extracomment>Reassurance beside a printing problem; %1 is the request&apos;s number</extracomment>
        <translation>طلبك محفوظ، ورقمه: %1</translation>
    </message>
    <message>
        <source>Print it again</source>
        <extracomment>Button: print once more</extracomment>
        <translation>أعد الطباعة</translation>
    </message>
    <message>
        <source>Go on without this paper</source>
        <extracomment>Button: go on without the paper</extracomment>
        <translation>تابع دون هذه الورقة</translation>
    </message>
    <message>
        <source>Checked: it is valid</source>
        <extracomment>State of a paper whose code the camera has read</extracomment>
        <translation>تم التحقق: صالحة</translation>
    </message>
    <message>
        <source>Check my licence&apos;s code</source>
        <extracomment>Button: shows the licence that came out to the camera, to see that its code can be read</extracomment>
        <translation>تحقق من رمز رخصتي</translation>
    </message>
    <message>
        <source>Checked; its number is noted</source>
        <extracomment>State of a paper whose code and number the camera has read; the platform is told when the network is back</extracomment>
        <translation>تم التحقق، ورقمها محفوظ</translation>
    </message>
    <message>
        <source>One thing is left: your licence is on numbered paper. Show it to the camera, and we note that this number is yours.</source>
        <extracomment>Above the button that shows the licence to the camera</extracomment>
        <translation>بقيت خطوة واحدة: رخصتك مطبوعة على ورقة مرقّمة. اعرضها على الكاميرا لنسجل أن رقمها لك.</translation>
    </message>
    <message>
        <source>Show my licence to the camera</source>
        <extracomment>Button: shows the licence that came out to the camera, which reads the number of its paper</extracomment>
        <translation>عرض رخصتي على الكاميرا</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>Your phone&apos;s camera reads the square and opens a page of the municipality. There you photograph the document or choose its file, and send it.</source>
        <extracomment>Help on the page that waits for a document from the citizen&apos;s phone</extracomment>
        <translation>تقرأ كاميرا جوالك المربع وتفتح صفحة البلدية. صوّر المستند هناك أو اختر ملفه، ثم أرسله.</translation>
    </message>
    <message>
        <source>The numbers match</source>
        <extracomment>Button: the file that came from the phone is the right one</extracomment>
        <translation>الرقمان متطابقان</translation>
    </message>
    <message>
        <source>Get a new code</source>
        <extracomment>Button: another address for the phone</extracomment>
        <translation>احصل على رمز جديد</translation>
    </message>
    <message>
        <source>%1 has arrived</source>
        <extracomment>Title: which document is sent from the phone; %1 is its name</extracomment>
        <translation>وصل: %1</translation>
    </message>
    <message>
        <source>%1: from your phone</source>
        <extracomment>Title: which document is sent from the phone; %1 is its name</extracomment>
        <translation>%1: من جوالك</translation>
    </message>
    <message>
        <source>A code for your phone&apos;s camera</source>
        <extracomment>Description of a QR code</extracomment>
        <translation>رمز لكاميرا جوالك</translation>
    </message>
    <message>
        <source>A phone</source>
        <extracomment>Description of a drawing</extracomment>
        <translation>جوال</translation>
    </message>
    <message>
        <source>One moment: we are preparing a code for your phone.</source>
        <extracomment>While the address is asked for</extracomment>
        <translation>لحظة: نجهّز رمزًا لجوالك.</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera at the square and send the document from the page that opens.</source>
        <extracomment>Instruction under a QR code</extracomment>
        <translation>وجّه كاميرا جوالك نحو المربع، وأرسل المستند من الصفحة التي تُفتح.</translation>
    </message>
    <message>
        <source>Or type this address in your phone&apos;s browser:</source>
        <extracomment>Above an address; for phones that read no codes</extracomment>
        <translation>أو اكتب هذا العنوان في متصفح جوالك:</translation>
    </message>
    <message>
        <source>The address takes one file, and only for the next ten minutes. We go on by ourselves when it has come.</source>
        <extracomment>What the address is good for</extracomment>
        <translation>يقبل العنوان ملفًا واحدًا خلال الدقائق العشر القادمة فقط. نتابع تلقائيًا عند وصوله.</translation>
    </message>
    <message>
        <source>Your phone shows this number too:</source>
        <extracomment>Above a number</extracomment>
        <translation>يظهر هذا الرقم على جوالك أيضًا:</translation>
    </message>
    <message>
        <source>%1 KB, pages: %2</source>
        <extracomment>What came from the phone; %1 is its size in kilobytes</extracomment>
        <translation>%1 كيلوبايت، الصفحات: %2</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <extracomment>What came from the phone; %1 is its size in kilobytes</extracomment>
        <translation>%1 كيلوبايت</translation>
    </message>
    <message>
        <source>If your phone shows another number or nothing, the file is not yours: send yours again.</source>
        <extracomment>Under the number; somebody else&apos;s file has another one</extracomment>
        <translation>إن ظهر على جوالك رقم آخر أو لم يظهر شيء فالملف ليس لك: أرسل ملفك من جديد.</translation>
    </message>
    <message>
        <source>Send it again</source>
        <extracomment>Button: the file is wrong or somebody else&apos;s</extracomment>
        <translation>أرسله من جديد</translation>
    </message>
    <message>
        <source>Use the camera here</source>
        <extracomment>Button: the terminal&apos;s camera instead of the phone</extracomment>
        <translation>استخدم كاميرا الجهاز</translation>
    </message>
</context>
<context>
    <name>RatePage</name>
    <message>
        <source>One touch is enough. It is anonymous.</source>
        <extracomment>Help of the rating page</extracomment>
        <translation>لمسة واحدة تكفي، ولا يُعرف صاحبها.</translation>
    </message>
    <message>
        <source>How was “%1”?</source>
        <extracomment>Question; %1 is a service&apos;s name</extracomment>
        <translation>كيف كانت خدمة «%1»؟</translation>
    </message>
    <message>
        <source>Rating from one to five</source>
        <extracomment>Description of the stars</extracomment>
        <translation>تقييم من واحد إلى خمسة</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Button: no rating</extracomment>
        <translation>ليس الآن</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Print this</source>
        <extracomment>Button: print the result of an inquiry</extracomment>
        <translation>اطبع النتيجة</translation>
    </message>
    <message>
        <source>This is what we found</source>
        <extracomment>Title of an inquiry&apos;s result</extracomment>
        <translation>هذا ما وجدناه</translation>
    </message>
    <message>
        <source>We found nothing</source>
        <extracomment>Title of an inquiry&apos;s empty result</extracomment>
        <translation>لم نجد شيئا</translation>
    </message>
    <message>
        <source>Nothing is recorded under this. Check the number and try again, or choose another service.</source>
        <extracomment>Explains an empty result and what to do</extracomment>
        <translation>لا يوجد شيء مسجل. تأكد من الرقم وحاول مرة أخرى، أو اختر خدمة أخرى.</translation>
    </message>
    <message>
        <source>Open and print the licence</source>
        <extracomment>Button: open a request whose licence is ready</extracomment>
        <translation>افتح الطلب واطبع الرخصة</translation>
    </message>
    <message>
        <source>Open this request</source>
        <extracomment>Button: open a request</extracomment>
        <translation>افتح هذا الطلب</translation>
    </message>
    <message>
        <source>Choose another service</source>
        <extracomment>Button that goes to the home page</extracomment>
        <translation>اختر خدمة أخرى</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Nothing has been sent yet. Touch a part to change it.</source>
        <extracomment>Help of the review page</extracomment>
        <translation>لم يُرسل شيء بعد. يمكنك تعديل أي جزء.</translation>
    </message>
    <message>
        <source>Send the request</source>
        <extracomment>Button that sends the request</extracomment>
        <translation>أرسل الطلب</translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <extracomment>Title of the review page</extracomment>
        <translation>هل كل شيء صحيح؟</translation>
    </message>
    <message>
        <source>Applicant</source>
        <extracomment>Heading: who applies</extracomment>
        <translation>مقدم الطلب</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>Label</extracomment>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>ID number</source>
        <extracomment>Label</extracomment>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>Button: change the answers of one page</extracomment>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>Heading: pictures taken</extracomment>
        <translation>المستندات</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>It is checked here, without a network. Nothing is kept.</source>
        <extracomment>Help of the scan page</extracomment>
        <translation>نتحقق منه هنا دون شبكة، ولا نحتفظ بشيء.</translation>
    </message>
    <message>
        <source>Hold the licence&apos;s code under the camera</source>
        <extracomment>Instruction of the scan page</extracomment>
        <translation>ضع رمز الرخصة تحت الكاميرا</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button that tries again</extracomment>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>The camera is waking up</source>
        <extracomment>In the place of the camera&apos;s picture</extracomment>
        <translation>الكاميرا تستعد</translation>
    </message>
    <message>
        <source>What the camera sees now</source>
        <extracomment>Description of the camera&apos;s picture</extracomment>
        <translation>ما تراه الكاميرا الآن</translation>
    </message>
    <message>
        <source>Hold it still; we read it by ourselves. Or read it with the hand scanner.</source>
        <extracomment>Instruction under the camera&apos;s picture where there is also a scanner held in the hand</extracomment>
        <translation>ثبته، ونقرؤه تلقائيا. أو اقرأه بالماسح اليدوي.</translation>
    </message>
    <message>
        <source>Hold it still; we read it by ourselves.</source>
        <extracomment>Instruction under the camera&apos;s picture</extracomment>
        <translation>ثبته، ونقرؤه تلقائيا.</translation>
    </message>
    <message>
        <source>Read the licence&apos;s code with the hand scanner</source>
        <extracomment>Instruction of the scan page where only a scanner held in the hand works</extracomment>
        <translation>اقرأ رمز الرخصة بالماسح اليدوي</translation>
    </message>
    <message>
        <source>The camera is resting</source>
        <extracomment>In the place of the camera&apos;s picture</extracomment>
        <translation>الكاميرا متوقفة حاليا</translation>
    </message>
    <message>
        <source>Point the scanner at the code until it beeps.</source>
        <extracomment>Instruction under the camera&apos;s picture where only a scanner held in the hand works</extracomment>
        <translation>وجّه الماسح نحو الرمز حتى يصدر صوتا.</translation>
    </message>
    <message>
        <source>Everyone who checks your licence reads this code. It is checked here, and no picture is kept.</source>
        <extracomment>Help of the page that reads a fresh licence&apos;s code</extracomment>
        <translation>كل من يتحقق من رخصتك يقرأ هذا الرمز. نتحقق منه هنا ولا نحتفظ بأي صورة.</translation>
    </message>
    <message>
        <source>Hold your licence&apos;s code under the camera</source>
        <extracomment>Instruction: a licence that has just been printed</extracomment>
        <translation>ضع رمز رخصتك تحت الكاميرا</translation>
    </message>
    <message>
        <source>Each sheet of paper has a number. We note that yours bears your licence, so that nobody else can use it. No picture is kept.</source>
        <extracomment>Help of the page that reads a fresh licence&apos;s code and the number of its paper</extracomment>
        <translation>لكل ورقة رقم، ونسجل أن ورقتك تحمل رخصتك حتى لا يستعمل رقمها غيرك. ولا تُحفظ أي صورة.</translation>
    </message>
    <message>
        <source>Show your licence to the camera</source>
        <extracomment>Instruction: a licence that has just been printed on numbered paper</extracomment>
        <translation>اعرض رخصتك على الكاميرا</translation>
    </message>
    <message>
        <source>Square code: read</source>
        <extracomment>The square code on the paper was read</extracomment>
        <translation>الرمز المربع: قُرئ</translation>
    </message>
    <message>
        <source>Square code: not yet</source>
        <extracomment>The square code on the paper was not read yet</extracomment>
        <translation>الرمز المربع: لم يُقرأ بعد</translation>
    </message>
    <message>
        <source>Paper&apos;s number: read</source>
        <extracomment>The bar code with the paper&apos;s number was read</extracomment>
        <translation>رقم الورقة: قُرئ</translation>
    </message>
    <message>
        <source>Paper&apos;s number: not yet</source>
        <extracomment>The bar code with the paper&apos;s number was not read yet</extracomment>
        <translation>رقم الورقة: لم يُقرأ بعد</translation>
    </message>
    <message>
        <source>Now the paper&apos;s number: the lines of the bar code on the same sheet.</source>
        <extracomment>Instruction under the camera&apos;s picture: one code is left to read</extracomment>
        <translation>الآن رقم الورقة: خطوط الرمز الشريطي على الورقة نفسها.</translation>
    </message>
    <message>
        <source>Now the square code on the same sheet.</source>
        <extracomment>Instruction under the camera&apos;s picture: one code is left to read</extracomment>
        <translation>الآن الرمز المربع على الورقة نفسها.</translation>
    </message>
    <message>
        <source>The square code and the bar code, together or one after the other. Hold it still; we read it by ourselves.</source>
        <extracomment>Instruction under the camera&apos;s picture: two codes of one sheet</extracomment>
        <translation>الرمز المربع والرمز الشريطي، معًا أو واحدًا بعد الآخر. ثبّتها، ونقرؤها تلقائيا.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <extracomment>Inside an empty search box</extracomment>
        <translation>بحث</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Please answer this</source>
        <extracomment>Beside a field</extracomment>
        <translation>أجب عن هذا السؤال من فضلك</translation>
    </message>
    <message>
        <source>Only the letters and digits that belong here, please</source>
        <extracomment>Beside a field</extracomment>
        <translation>استخدم الحروف والأرقام المناسبة لهذا الحقل فقط</translation>
    </message>
    <message>
        <source>Something is missing: it is too short</source>
        <extracomment>Beside a field</extracomment>
        <translation>ينقصه شيء: إنه أقصر من المطلوب</translation>
    </message>
    <message>
        <source>It is too long</source>
        <extracomment>Beside a field</extracomment>
        <translation>إنه أطول من المطلوب</translation>
    </message>
    <message>
        <source>The first digit does not fit; please look at it again</source>
        <extracomment>Beside a field</extracomment>
        <translation>الرقم الأول غير مناسب، راجعه من فضلك</translation>
    </message>
    <message>
        <source>One digit does not fit; please compare it with your card</source>
        <extracomment>Beside a field</extracomment>
        <translation>أحد الأرقام غير صحيح، قارنه ببطاقتك من فضلك</translation>
    </message>
    <message>
        <source>The number is too small</source>
        <extracomment>Beside a field</extracomment>
        <translation>الرقم أصغر من المسموح</translation>
    </message>
    <message>
        <source>The number is too big</source>
        <extracomment>Beside a field</extracomment>
        <translation>الرقم أكبر من المسموح</translation>
    </message>
    <message>
        <source>Please choose a day</source>
        <extracomment>Beside a field</extracomment>
        <translation>اختر يوما من فضلك</translation>
    </message>
    <message>
        <source>Please choose one of these</source>
        <extracomment>Beside a field</extracomment>
        <translation>اختر واحدا من هذه الخيارات</translation>
    </message>
    <message>
        <source>Please look at this again</source>
        <extracomment>Beside a field</extracomment>
        <translation>راجع هذا من فضلك</translation>
    </message>
    <message>
        <source>These three don&apos;t open the card; please compare them with it</source>
        <extracomment>Beside a field</extracomment>
        <translation>هذه المعلومات لا تطابق البطاقة، قارنها بها من فضلك</translation>
    </message>
    <message>
        <source>We don&apos;t know this number; please compare it with your card</source>
        <extracomment>Beside a field</extracomment>
        <translation>لم نتعرف على هذا الرقم، قارنه ببطاقتك من فضلك</translation>
    </message>
    <message>
        <source>The card came out too early</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>أُخذت البطاقة قبل انتهاء القراءة</translation>
    </message>
    <message>
        <source>Nothing happened to it. Put it back and leave it until we tell you, or type your number.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>لم يحدث لها شيء. أعدها واتركها حتى نخبرك، أو اكتب رقمك.</translation>
    </message>
    <message>
        <source>This card has no chip that we can read</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا نستطيع قراءة شريحة هذه البطاقة</translation>
    </message>
    <message>
        <source>Use your national ID, residence card or passport card, or type your number.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>استخدم بطاقة الهوية أو الإقامة أو الجواز، أو اكتب رقمك.</translation>
    </message>
    <message>
        <source>The card reader is resting</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>قارئ البطاقات متوقف حاليا</translation>
    </message>
    <message>
        <source>You don&apos;t need it: type your number instead.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>لست بحاجة إليه: اكتب رقمك بدلا من ذلك.</translation>
    </message>
    <message>
        <source>The chip does not answer</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>الشريحة لا تستجيب</translation>
    </message>
    <message>
        <source>Wipe it with a cloth and try once more, or type your number.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>امسحها بقطعة قماش وحاول مرة أخرى، أو اكتب رقمك.</translation>
    </message>
    <message>
        <source>We cannot accept this chip</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا يمكننا قبول هذه الشريحة</translation>
    </message>
    <message>
        <source>It is not as its issuer sealed it. Type your number, and have the card checked where you got it.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>ليست كما ختمتها الجهة المصدرة. اكتب رقمك، واطلب فحص البطاقة من الجهة التي أصدرتها.</translation>
    </message>
    <message>
        <source>This card has expired</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>انتهت صلاحية هذه البطاقة</translation>
    </message>
    <message>
        <source>Use your new card, or type your number; your number stays the same.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>استخدم بطاقتك الجديدة، أو اكتب رقمك فهو لا يتغير.</translation>
    </message>
    <message>
        <source>This card does not carry your ID number</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا تحمل هذه البطاقة رقم هويتك</translation>
    </message>
    <message>
        <source>It was read well. Type your number to go on.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>قُرئت البطاقة بنجاح. اكتب رقمك للمتابعة.</translation>
    </message>
    <message>
        <source>We don&apos;t know this number</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لم نتعرف على هذا الرقم</translation>
    </message>
    <message>
        <source>Compare it with your card and type it again.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>قارنه ببطاقتك واكتبه مرة أخرى.</translation>
    </message>
    <message>
        <source>Too many tries for now</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>محاولات كثيرة، توقف قليلا</translation>
    </message>
    <message>
        <source>Wait a few minutes and come back; your things are safe.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>انتظر بضع دقائق ثم عد، كل بياناتك محفوظة.</translation>
    </message>
    <message>
        <source>This is not possible at the moment</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا يمكن إتمام هذا حاليا</translation>
    </message>
    <message>
        <source>The municipality did not accept it. Ask at the counter or at 940.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>لم تقبله البلدية. اسأل موظف الاستقبال أو اتصل على 940.</translation>
    </message>
    <message>
        <source>That was the third try</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>كانت هذه المحاولة الثالثة</translation>
    </message>
    <message>
        <source>This code is over. Ask for a new one, or confirm in the app.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>انتهى هذا الرمز. اطلب رمزا جديدا، أو أكد من التطبيق.</translation>
    </message>
    <message>
        <source>This is not the code</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>هذا ليس الرمز الصحيح</translation>
    </message>
    <message>
        <source>Look at the message and type it again.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>انظر إلى الرسالة واكتبه مرة أخرى.</translation>
    </message>
    <message>
        <source>It was declined on the phone</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>رُفض الطلب من الجوال</translation>
    </message>
    <message>
        <source>If that was you by mistake, try again. If it was not you, leave; nothing was done.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>إن رفضته بالخطأ فحاول مرة أخرى. وإن لم تكن أنت فغادر، لم يحدث شيء.</translation>
    </message>
    <message>
        <source>The time to confirm is over</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>انتهى وقت التأكيد</translation>
    </message>
    <message>
        <source>Take your phone in your hand and try again.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>خذ جوالك في يدك وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Your sign-in has ended</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>انتهت مدة دخولك</translation>
    </message>
    <message>
        <source>For your safety it lasts only a short time. Begin again; it is quick.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>مدة الدخول قصيرة حفاظا عليك. ابدأ من جديد، لن يستغرق ذلك طويلا.</translation>
    </message>
    <message>
        <source>The connection is gone</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>Nothing is lost. Wait a moment and try again.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>لم يضع شيء. انتظر لحظة وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The platform does not answer properly</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>المنصة لا تستجيب كما ينبغي</translation>
    </message>
    <message>
        <source>Your request has not been sent</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لم يُرسل طلبك</translation>
    </message>
    <message>
        <source>The connection is gone, and nothing reached the municipality. What you typed is still here; try again.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>انقطع الاتصال ولم يصل شيء إلى البلدية. ما كتبته محفوظ هنا، حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>We found nothing under this number</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لم نجد شيئا بهذا الرقم</translation>
    </message>
    <message>
        <source>Compare it with your receipt and try again.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>قارنه بإيصالك وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>One step comes first</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>خطوة واحدة قبل هذه الخدمة</translation>
    </message>
    <message>
        <source>This service needs another one before it. You can begin it here and now.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>تحتاج هذه الخدمة إلى خدمة أخرى قبلها، ويمكنك بدؤها هنا والآن.</translation>
    </message>
    <message>
        <source>The camera is resting</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>الكاميرا متوقفة حاليا</translation>
    </message>
    <message>
        <source>Services that need pictures come back by themselves. Choose another one, or ask at the counter.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>تعود الخدمات التي تحتاج صورا تلقائيا. اختر خدمة أخرى، أو اسأل موظف الاستقبال.</translation>
    </message>
    <message>
        <source>The municipality cannot use this picture</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لم تقبل البلدية هذه الصورة</translation>
    </message>
    <message>
        <source>Take it again, with the whole page in the frame.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>أعد التصوير واجعل الصفحة كلها داخل الإطار.</translation>
    </message>
    <message>
        <source>The picture is too dark</source>
        <extracomment>A problem of a portrait: what happened
----------
A problem: what happened</extracomment>
        <translation>الصورة مظلمة</translation>
    </message>
    <message>
        <source>Move the paper out of the shadow and take it again.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>أبعد الورقة عن الظل وأعد التصوير.</translation>
    </message>
    <message>
        <source>The picture is too bright</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>الصورة ساطعة جدا</translation>
    </message>
    <message>
        <source>Tilt the paper a little so that the light does not shine back, and take it again.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>أمل الورقة قليلا حتى لا ينعكس الضوء، وأعد التصوير.</translation>
    </message>
    <message>
        <source>The picture is a little blurred</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>الصورة غير واضحة قليلا</translation>
    </message>
    <message>
        <source>Take it again, held still; or use it if you can read everything.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>أعد التصوير مع تثبيت الورقة، أو اعتمدها إن كان كل شيء مقروءا.</translation>
    </message>
    <message>
        <source>There is nothing in the picture</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا يوجد شيء في الصورة</translation>
    </message>
    <message>
        <source>Put the paper under the camera and take it again.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>ضع الورقة تحت الكاميرا وأعد التصوير.</translation>
    </message>
    <message>
        <source>The receipt printer has no paper</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>نفد ورق الإيصالات</translation>
    </message>
    <message>
        <source>Go on without the receipt: everything on it stands under “My requests”.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>تابع دون الإيصال: كل ما فيه تجده في «طلباتي».</translation>
    </message>
    <message>
        <source>The receipt is stuck</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>علق الإيصال في الطابعة</translation>
    </message>
    <message>
        <source>Don&apos;t pull hard. Go on without it: everything on it stands under “My requests”.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>لا تسحبه بقوة. تابع دونه: كل ما فيه تجده في «طلباتي».</translation>
    </message>
    <message>
        <source>The receipt printer&apos;s cover is open</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>غطاء طابعة الإيصالات مفتوح</translation>
    </message>
    <message>
        <source>Someone is looking after it. Try again in a moment, or go on without the receipt.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>هناك من يعتني بها الآن. حاول بعد لحظة، أو تابع دون الإيصال.</translation>
    </message>
    <message>
        <source>The receipt printer is resting</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>طابعة الإيصالات متوقفة حاليا</translation>
    </message>
    <message>
        <source>We can&apos;t tell whether your receipt came out</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا نعلم هل خرج إيصالك</translation>
    </message>
    <message>
        <source>The licence printer has no paper</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>نفد ورق الرخص</translation>
    </message>
    <message>
        <source>Your licence is issued and safe. Print it later here or at any terminal, under “My requests”.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>رخصتك صادرة ومحفوظة. اطبعها لاحقا من هنا أو من أي جهاز عبر «طلباتي».</translation>
    </message>
    <message>
        <source>The licence is stuck in the printer</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>علقت الرخصة في الطابعة</translation>
    </message>
    <message>
        <source>Your licence is issued and safe. Don&apos;t pull hard. Print it later here or at any terminal, under “My requests”.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>رخصتك صادرة ومحفوظة. لا تسحب الورقة بقوة، واطبعها لاحقا من هنا أو من أي جهاز عبر «طلباتي».</translation>
    </message>
    <message>
        <source>The licence printer is open</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>طابعة الرخص مفتوحة</translation>
    </message>
    <message>
        <source>Someone is looking after it. Your licence is safe; try again in a moment.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>هناك من يعتني بها الآن. رخصتك محفوظة، حاول بعد لحظة.</translation>
    </message>
    <message>
        <source>The licence printer is resting</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>طابعة الرخص متوقفة حاليا</translation>
    </message>
    <message>
        <source>We can&apos;t tell whether your licence came out</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا نعلم هل خرجت رخصتك</translation>
    </message>
    <message>
        <source>If you have it, go on. If you print it again, the new one says “copy”.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>إن كانت معك فتابع. وإن أعدت طباعتها كُتب عليها «نسخة».</translation>
    </message>
    <message>
        <source>The licence can&apos;t be printed yet</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا يمكن طباعة الرخصة الآن</translation>
    </message>
    <message>
        <source>It is issued and safe. Print it later here or at any terminal, under “My requests”.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>هي صادرة ومحفوظة. اطبعها لاحقا من هنا أو من أي جهاز عبر «طلباتي».</translation>
    </message>
    <message>
        <source>This is not a code of a municipal licence</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>هذا ليس رمز رخصة بلدية</translation>
    </message>
    <message>
        <source>Look for the square code on the licence and hold it under the camera.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>ابحث عن الرمز المربع في الرخصة وضعه تحت الكاميرا.</translation>
    </message>
    <message>
        <source>Don&apos;t trust this paper</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا تثق بهذه الورقة</translation>
    </message>
    <message>
        <source>Its code was changed: the municipality did not issue it like this. You can report it at 940.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>عُدل رمزها: لم تصدرها البلدية بهذه الصورة. يمكنك الإبلاغ عنها على 940.</translation>
    </message>
    <message>
        <source>We can&apos;t check this one here</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا نستطيع التحقق منها هنا</translation>
    </message>
    <message>
        <source>It is signed in a way that this terminal does not know yet. Try later, or ask at the counter.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>توقيعها غير معروف لهذا الجهاز بعد. حاول لاحقا، أو اسأل موظف الاستقبال.</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>حدث أمر غير متوقع</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again, or choose another service.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>لم يضع شيء. حاول مرة أخرى، أو اختر خدمة أخرى.</translation>
    </message>
    <message>
        <source>We cannot keep it here now</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا نستطيع حفظه هنا الآن</translation>
    </message>
    <message>
        <source>The connection is gone, and this terminal has no room to keep your request. Nothing was sent. Try again in a while, or at another terminal.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>انقطع الاتصال، ولا مكان في هذا الجهاز لحفظ طلبك. لم يُرسل شيء. حاول بعد قليل أو من جهاز آخر.</translation>
    </message>
    <message>
        <source>This badge is not known here</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>هذه البطاقة غير معروفة هنا</translation>
    </message>
    <message>
        <source>Take it out. If you came for a service, go on to the services.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>أخرجها. وإن جئت لخدمة فانتقل إلى الخدمات.</translation>
    </message>
    <message>
        <source>This badge has run out</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>انتهت صلاحية هذه البطاقة</translation>
    </message>
    <message>
        <source>Take it out and ask whoever gave it to you for a new one.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>أخرجها واطلب بطاقة جديدة ممن أعطاك إياها.</translation>
    </message>
    <message>
        <source>This badge is blocked</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>هذه البطاقة موقوفة</translation>
    </message>
    <message>
        <source>Its PIN was typed wrongly too often. Only whoever gave it to you can open it again.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>كُتب رمزها السري خطأً مرات كثيرة، ولا يعيد فتحها إلا من أعطاك إياها.</translation>
    </message>
    <message>
        <source>This badge could not prove itself</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لم تثبت هذه البطاقة صحتها</translation>
    </message>
    <message>
        <source>Its key does not fit its certificate. Give it back to whoever gave it to you.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>مفتاحها لا يوافق شهادتها. أعدها إلى من أعطاك إياها.</translation>
    </message>
    <message>
        <source>This badge takes no PIN in this reader</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا تقبل هذه البطاقة رمزها السري في هذا القارئ</translation>
    </message>
    <message>
        <source>It works only where its contacts are touched. Ask for one that also works by air.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>تعمل بالتلامس فقط. اطلب بطاقة تعمل دون تلامس أيضًا.</translation>
    </message>
    <message>
        <source>The badge does not answer</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>البطاقة لا تجيب</translation>
    </message>
    <message>
        <source>Leave it where it is and try again, or take it out and put it back.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>اتركها مكانها وحاول مرة أخرى، أو أخرجها ثم أعدها.</translation>
    </message>
    <message>
        <source>Put the page under the camera, with all its edges in the picture.</source>
        <extracomment>Under the camera&apos;s picture, while the page is not there</extracomment>
        <translation>ضع الورقة تحت الكاميرا بحيث تظهر حوافها كلها.</translation>
    </message>
    <message>
        <source>Show all four corners, and take your hand off the page.</source>
        <extracomment>Under the camera&apos;s picture</extracomment>
        <translation>أظهر زوايا الورقة الأربع، وارفع يدك عنها.</translation>
    </message>
    <message>
        <source>It is too dark: move the page out of the shadow.</source>
        <extracomment>Under the camera&apos;s picture</extracomment>
        <translation>الإضاءة ضعيفة: أبعد الورقة عن الظل.</translation>
    </message>
    <message>
        <source>The light shines back: tilt the page or move it a little.</source>
        <extracomment>Under the camera&apos;s picture</extracomment>
        <translation>الضوء ينعكس: أمل الورقة أو حركها قليلًا.</translation>
    </message>
    <message>
        <source>We don&apos;t see it sharply yet: lay the page flat.</source>
        <extracomment>Under the camera&apos;s picture</extracomment>
        <translation>لا تظهر الورقة واضحة بعد: ابسطها.</translation>
    </message>
    <message>
        <source>Good. Hold it still.</source>
        <extracomment>Under the camera&apos;s picture</extracomment>
        <translation>جيد. ثبّت الورقة.</translation>
    </message>
    <message>
        <source>Hold it still: the picture is taken now.</source>
        <extracomment>Under the camera&apos;s picture, while the ring fills</extracomment>
        <translation>ثبّت الورقة: نلتقط الصورة الآن.</translation>
    </message>
    <message>
        <source>This page was photographed. Lay the next one there, or touch “Take the picture”.</source>
        <extracomment>Under the camera&apos;s picture; the name is that of the button</extracomment>
        <translation>صُوّرت هذه الورقة. ضع التالية مكانها، أو المس «التقط الصورة».</translation>
    </message>
    <message>
        <source>A corner is cut off</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>إحدى الزوايا خارج الصورة</translation>
    </message>
    <message>
        <source>Take it again with all four corners in the picture; or use it if nothing is missing.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>صوّرها مرة أخرى بزواياها الأربع، أو اعتمدها إن لم ينقص منها شيء.</translation>
    </message>
    <message>
        <source>The light shines back from the page</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>الضوء ينعكس على الورقة</translation>
    </message>
    <message>
        <source>Tilt it a little and take it again; or use it if you can read everything.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>أملها قليلًا وصوّرها مرة أخرى، أو اعتمدها إن كانت كلها مقروءة.</translation>
    </message>
    <message>
        <source>This is another licence</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>هذه رخصة أخرى</translation>
    </message>
    <message>
        <source>Hold the one that came out just now under the camera.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>ضع الرخصة التي خرجت الآن تحت الكاميرا.</translation>
    </message>
    <message>
        <source>This code does not check out</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لم يجتز هذا الرمز التحقق</translation>
    </message>
    <message>
        <source>This terminal takes a short break from ID numbers</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>يتوقف هذا الجهاز قليلًا عن قبول أرقام الهوية</translation>
    </message>
    <message>
        <source>Look straight into the camera, with your face in the oval.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>انظر إلى الكاميرا مباشرة ووجهك داخل الإطار البيضاوي.</translation>
    </message>
    <message>
        <source>One person only, please: ask the others to step aside.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>شخص واحد فقط من فضلك: اطلب من الآخرين أن يبتعدوا.</translation>
    </message>
    <message>
        <source>Come a little closer.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>اقترب قليلًا.</translation>
    </message>
    <message>
        <source>Move back a little.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>ابتعد قليلًا.</translation>
    </message>
    <message>
        <source>Move to the middle, until your face is in the oval.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>تحرك إلى الوسط حتى يصير وجهك داخل الإطار البيضاوي.</translation>
    </message>
    <message>
        <source>Hold your head straight.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>أبقِ رأسك مستقيمًا.</translation>
    </message>
    <message>
        <source>Open your eyes and look straight into the camera.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>افتح عينيك وانظر إلى الكاميرا مباشرة.</translation>
    </message>
    <message>
        <source>Half of your face is in shadow: turn towards the light.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>نصف وجهك في الظل: استدر نحو الضوء.</translation>
    </message>
    <message>
        <source>It is too dark: turn your face towards the light.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>المكان مظلم: أدر وجهك نحو الضوء.</translation>
    </message>
    <message>
        <source>The light is too strong: turn away from it a little.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>الضوء قوي: أدر وجهك عنه قليلًا.</translation>
    </message>
    <message>
        <source>We don&apos;t see you sharply yet: hold still.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>صورتك غير واضحة بعد: اثبت مكانك.</translation>
    </message>
    <message>
        <source>Good. Hold still.</source>
        <extracomment>Under the camera&apos;s picture of a person</extracomment>
        <translation>أحسنت. اثبت مكانك.</translation>
    </message>
    <message>
        <source>Hold still: the picture is taken now.</source>
        <extracomment>Under the camera&apos;s picture of a person, while the ring fills</extracomment>
        <translation>اثبت مكانك: نلتقط الصورة الآن.</translation>
    </message>
    <message>
        <source>Take it again, or have it taken at the counter.</source>
        <extracomment>What to do about a portrait that lacks something</extracomment>
        <translation>التقطها مرة أخرى، أو لتُلتقط عند موظف الاستقبال.</translation>
    </message>
    <message>
        <source>Take it again; or use it if you find it good.</source>
        <extracomment>What to do about a portrait that lacks something, but can be used</extracomment>
        <translation>التقطها مرة أخرى، أو استخدمها إن رأيتها مناسبة.</translation>
    </message>
    <message>
        <source>We see no face in the picture</source>
        <extracomment>A problem of a portrait: what happened</extracomment>
        <translation>لا نرى وجهًا في الصورة</translation>
    </message>
    <message>
        <source>There is more than one person in the picture</source>
        <extracomment>A problem of a portrait: what happened</extracomment>
        <translation>في الصورة أكثر من شخص</translation>
    </message>
    <message>
        <source>You were too far away</source>
        <extracomment>A problem of a portrait: what happened</extracomment>
        <translation>كنت بعيدًا</translation>
    </message>
    <message>
        <source>You were too close</source>
        <extracomment>A problem of a portrait: what happened</extracomment>
        <translation>كنت قريبًا جدًا</translation>
    </message>
    <message>
        <source>Your face was not in the middle</source>
        <extracomment>A problem of a portrait: what happened</extracomment>
        <translation>لم يكن وجهك في الوسط</translation>
    </message>
    <message>
        <source>The light on your face is too strong</source>
        <extracomment>A problem of a portrait: what happened</extracomment>
        <translation>الضوء على وجهك قوي</translation>
    </message>
    <message>
        <source>You held your head to one side</source>
        <extracomment>A problem of a portrait: what happened</extracomment>
        <translation>كان رأسك مائلًا</translation>
    </message>
    <message>
        <source>We don&apos;t see both eyes open</source>
        <extracomment>A problem of a portrait: what happened</extracomment>
        <translation>لا نرى العينين مفتوحتين</translation>
    </message>
    <message>
        <source>Half of your face is in shadow</source>
        <extracomment>A problem of a portrait: what happened</extracomment>
        <translation>نصف وجهك في الظل</translation>
    </message>
    <message>
        <source>The picture is not sharp</source>
        <extracomment>A problem of a portrait: what happened</extracomment>
        <translation>الصورة غير واضحة</translation>
    </message>
    <message>
        <source>Many numbers were entered here that nobody confirmed. Try again in two minutes; services that need no sign-in work now.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>أُدخلت هنا أرقام كثيرة لم يؤكدها أصحابها. حاول مرة أخرى بعد دقيقتين، أما الخدمات التي لا تحتاج تسجيل دخول فمتاحة الآن.</translation>
    </message>
    <message>
        <source>Your licence is safe with the municipality. Take this paper to the counter: they print it anew.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>رخصتك محفوظة لدى البلدية. خذ هذه الورقة إلى الموظف ليطبعها من جديد.</translation>
    </message>
    <message>
        <source>You can send this document from your own phone. Your answers are safe.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>يمكنك إرسال هذا المستند من جوالك. إجاباتك محفوظة.</translation>
    </message>
    <message>
        <source>The code for your phone has expired</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>انتهت صلاحية الرمز</translation>
    </message>
    <message>
        <source>Nothing is lost. Get a new code and send the document with that.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>لم يضِع شيء. احصل على رمز جديد وأرسل المستند به.</translation>
    </message>
    <message>
        <source>This paper&apos;s number belongs to another licence</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>رقم هذه الورقة مرتبط برخصة أخرى</translation>
    </message>
    <message>
        <source>Your licence is valid and safe. Take this paper to the counter: they print it on another sheet.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>رخصتك سارية ومحفوظة. سلّم هذه الورقة لموظف الاستقبال ليطبعها على ورقة أخرى.</translation>
    </message>
    <message>
        <source>The paper&apos;s number could not be noted</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>تعذر تسجيل رقم الورقة</translation>
    </message>
    <message>
        <source>Your licence is valid all the same. Try once more, or go back and take your papers.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>رخصتك سارية على كل حال. حاول مرة أخرى، أو ارجع وخذ أوراقك.</translation>
    </message>
    <message>
        <source>It is too dark: move it out of the shadow.</source>
        <extracomment>Under the camera&apos;s picture, while a card or a paper is held before it</extracomment>
        <translation>الصورة مظلمة: أبعدها عن الظل.</translation>
    </message>
    <message>
        <source>The light shines back: tilt it a little.</source>
        <extracomment>Under the camera&apos;s picture, while a card or a paper is held before it</extracomment>
        <translation>الضوء ينعكس: أملها قليلا.</translation>
    </message>
    <message>
        <source>We don&apos;t see it sharply yet: move it a little away, and hold it still.</source>
        <extracomment>Under the camera&apos;s picture, while a card or a paper is held before it</extracomment>
        <translation>لا نراها بوضوح بعد: أبعدها قليلا وثبّتها.</translation>
    </message>
    <message>
        <source>This badge was withdrawn</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>سُحبت هذه البطاقة</translation>
    </message>
    <message>
        <source>It opens no terminal any more. Give it back to whoever gave it to you.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>لم تعد تفتح أي جهاز. أعدها إلى من أعطاك إياها.</translation>
    </message>
    <message>
        <source>No badge is let in now</source>
        <extracomment>A problem: what happened</extracomment>
        <translation>لا تُقبل أي بطاقة الآن</translation>
    </message>
    <message>
        <source>The terminal&apos;s list of withdrawn badges is old. Ask whoever sends its settings for a new one; services go on.</source>
        <extracomment>A problem: what is safe, and what to do</extracomment>
        <translation>قائمة البطاقات المسحوبة في الجهاز قديمة. اطلب قائمة جديدة ممن يرسل إعداداته؛ والخدمات مستمرة.</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>At once</source>
        <extracomment>The service is done immediately</extracomment>
        <translation>فورية</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n working day(s)</source>
        <extracomment>The service promise: an upper bound in days</extracomment>
        <translation>
            <numerusform>حتى %n يوم عمل</numerusform>
            <numerusform>حتى يوم عمل واحد</numerusform>
            <numerusform>حتى يومي عمل</numerusform>
            <numerusform>حتى %n أيام عمل</numerusform>
            <numerusform>حتى %n يوم عمل</numerusform>
            <numerusform>حتى %n يوم عمل</numerusform>
        </translation>
    </message>
    <message>
        <source>Set by the municipality</source>
        <extracomment>No service promise is published</extracomment>
        <translation>تحددها البلدية</translation>
    </message>
    <message>
        <source>Print this list</source>
        <extracomment>Button that prints conditions and documents of a service</extracomment>
        <translation>اطبع هذه القائمة</translation>
    </message>
    <message>
        <source>Start now</source>
        <extracomment>Button that begins a service</extracomment>
        <translation>ابدأ الآن</translation>
    </message>
    <message>
        <source>Begin with: %1</source>
        <extracomment>Button that begins the service which must come first; %1 is its name</extracomment>
        <translation>ابدأ بـ: %1</translation>
    </message>
    <message>
        <source>One step comes first</source>
        <extracomment>Heading of a step that must be done before this service</extracomment>
        <translation>خطوة واحدة قبل هذه الخدمة</translation>
    </message>
    <message>
        <source>How long</source>
        <extracomment>Label: how long the service takes</extracomment>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Fee</source>
        <extracomment>Label: what the service costs</extracomment>
        <translation>الرسوم</translation>
    </message>
    <message>
        <source>Conditions</source>
        <extracomment>Heading: conditions of a service</extracomment>
        <translation>الشروط</translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>Heading: documents of a service</extracomment>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Have these with you; the camera takes them</source>
        <extracomment>Heading: documents of a service that is about to be begun</extracomment>
        <translation>جهز هذه المستندات، وتصورها الكاميرا</translation>
    </message>
    <message>
        <source>%1 (if you have it)</source>
        <extracomment>A document that may be left out; %1 is its name</extracomment>
        <translation>%1 (إن وجد)</translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>Heading: steps of a service</extracomment>
        <translation>الخطوات</translation>
    </message>
    <message>
        <source>Go on all the same: we keep it at this terminal, and send it when the connection is back. The receipt has a reference.</source>
        <extracomment>Before a service is begun without a network that the terminal may accept</extracomment>
        <translation>أكمل رغم ذلك: نحفظه في هذا الجهاز ونرسله عند عودة الاتصال، وتجد مرجعه في الإيصال.</translation>
    </message>
    <message>
        <source>No connection: we send it later</source>
        <extracomment>Before a service is begun without a network that the terminal may accept</extracomment>
        <translation>لا اتصال: نرسله لاحقا</translation>
    </message>
    <message>
        <source>%1 (taken here, if you like)</source>
        <extracomment>A portrait that may be taken at the terminal; %1 is its name</extracomment>
        <translation>%1 (تُلتقط هنا إن شئت)</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>If you don&apos;t touch the screen, we end here and erase everything of yours from this terminal.</source>
        <extracomment>Idle warning: what happens without an answer</extracomment>
        <translation>إن لم تلمس الشاشة أنهينا الجلسة ومحونا كل بياناتك من هذا الجهاز.</translation>
    </message>
    <message>
        <source>I need more time</source>
        <extracomment>Button: more time</extracomment>
        <translation>أحتاج وقتا أطول</translation>
    </message>
    <message>
        <source>Finish now</source>
        <extracomment>Button: end the session</extracomment>
        <translation>أنه الآن</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <extracomment>Idle warning</extracomment>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>What you typed and photographed here is erased. What was already sent stays with the municipality.</source>
        <extracomment>What is lost when leaving in the middle</extracomment>
        <translation>يُمحى ما كتبته وصورته هنا، ويبقى ما أُرسل لدى البلدية.</translation>
    </message>
    <message>
        <source>Leave and erase</source>
        <extracomment>Button: leave and erase</extracomment>
        <translation>غادر وامح بياناتي</translation>
    </message>
    <message>
        <source>Go on here</source>
        <extracomment>Button: do not leave</extracomment>
        <translation>أكمل هنا</translation>
    </message>
    <message>
        <source>Do you want to leave?</source>
        <extracomment>Question before leaving in the middle</extracomment>
        <translation>هل تريد المغادرة؟</translation>
    </message>
</context>
<context>
    <name>ShowCardPage</name>
    <message>
        <source>The side with lines of capital letters and arrows. It is read here, and no picture is kept.</source>
        <extracomment>Help of the page that reads the card by the camera</extracomment>
        <translation>الوجه الذي عليه أسطر من الأحرف اللاتينية الكبيرة والأسهم. نقرؤه هنا ولا نحتفظ بأي صورة.</translation>
    </message>
    <message>
        <source>Show the back of your card to the camera</source>
        <extracomment>Instruction: the camera reads the card&apos;s machine readable zone</extracomment>
        <translation>اعرض ظهر بطاقتك على الكاميرا</translation>
    </message>
    <message>
        <source>The camera is waking up</source>
        <extracomment>In the place of the camera&apos;s picture</extracomment>
        <translation>الكاميرا تستعد</translation>
    </message>
    <message>
        <source>What the camera sees now</source>
        <extracomment>Description of the camera&apos;s picture</extracomment>
        <translation>ما تراه الكاميرا الآن</translation>
    </message>
    <message>
        <source>Hold it close and still; we read it by ourselves.</source>
        <extracomment>Instruction under the camera&apos;s picture</extracomment>
        <translation>قربها وثبتها، ونقرؤها تلقائيا.</translation>
    </message>
    <message>
        <source>Type what is on the card instead</source>
        <extracomment>Button: type what is printed on the card instead of showing it to the camera</extracomment>
        <translation>أكتب ما على البطاقة بدلا من ذلك</translation>
    </message>
    <message>
        <source>Read the back of your card with the hand scanner</source>
        <extracomment>Instruction where only a scanner held in the hand reads the card&apos;s machine readable zone</extracomment>
        <translation>اقرأ ظهر بطاقتك بالماسح اليدوي</translation>
    </message>
    <message>
        <source>The camera is resting</source>
        <extracomment>In the place of the camera&apos;s picture</extracomment>
        <translation>الكاميرا متوقفة حاليا</translation>
    </message>
    <message>
        <source>Point the scanner at each line of letters until it beeps.</source>
        <extracomment>Instruction where only a scanner held in the hand works: the lines are those of the card&apos;s back</extracomment>
        <translation>وجّه الماسح نحو كل سطر من الأحرف حتى يصدر صوتا.</translation>
    </message>
    <message>
        <source>Hold it close and still; we read it by ourselves. Or read it with the hand scanner.</source>
        <extracomment>Instruction under the camera&apos;s picture where there is also a scanner held in the hand</extracomment>
        <translation>قربها وثبتها، ونقرؤها تلقائيا. أو اقرأها بالماسح اليدوي.</translation>
    </message>
</context>
<context>
    <name>SmsCodePage</name>
    <message>
        <source>We sent it to %1.</source>
        <extracomment>Help: where the code went; %1 is a masked mobile number</extracomment>
        <translation>أرسلناه إلى %1.</translation>
    </message>
    <message>
        <source>Type the code from the message</source>
        <extracomment>Question</extracomment>
        <translation>اكتب الرمز المرسل إليك</translation>
    </message>
    <message numerus="yes">
        <source>This is not the code. %n try(s) left.</source>
        <extracomment>A wrong one-time code; %n tries are left</extracomment>
        <translation>
            <numerusform>هذا ليس الرمز. لم تبق محاولات.</numerusform>
            <numerusform>هذا ليس الرمز. بقيت محاولة واحدة.</numerusform>
            <numerusform>هذا ليس الرمز. بقيت محاولتان.</numerusform>
            <numerusform>هذا ليس الرمز. بقيت %n محاولات.</numerusform>
            <numerusform>هذا ليس الرمز. بقيت %n محاولة.</numerusform>
            <numerusform>هذا ليس الرمز. بقيت %n محاولة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>Label of a field</extracomment>
        <translation>الرمز</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <extracomment>One star of a rating; %n is how many stars it gives</extracomment>
        <translation>
            <numerusform>بلا نجوم</numerusform>
            <numerusform>نجمة واحدة</numerusform>
            <numerusform>نجمتان</numerusform>
            <numerusform>%n نجوم</numerusform>
            <numerusform>%n نجمة</numerusform>
            <numerusform>%n نجمة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>Where the person is in a service: step %1 of %2</extracomment>
        <translation>الخطوة %1 من %2</translation>
    </message>
</context>
<context>
    <name>StuckPage</name>
    <message>
        <source>Try again</source>
        <extracomment>Button that tries again</extracomment>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Type my ID number</source>
        <extracomment>Button: type the ID number</extracomment>
        <translation>أكتب رقم هويتي</translation>
    </message>
    <message>
        <source>Send me a text message</source>
        <extracomment>Button: get a code by text message</extracomment>
        <translation>أرسل لي رسالة نصية</translation>
    </message>
    <message>
        <source>Begin with: %1</source>
        <extracomment>Button that begins the service which must come first; %1 is its name</extracomment>
        <translation>ابدأ بـ: %1</translation>
    </message>
    <message>
        <source>Choose another service</source>
        <extracomment>Button that goes to the home page</extracomment>
        <translation>اختر خدمة أخرى</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Clear</source>
        <extracomment>Button inside a field that empties it</extracomment>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>TopBand</name>
    <message>
        <source>Language: %1</source>
        <extracomment>Button that changes the language; %1 is the other language&apos;s own name</extracomment>
        <translation>اللغة: %1</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <extracomment>Button that opens text size, contrast, reach and motion</extracomment>
        <translation>إمكانية الوصول</translation>
    </message>
</context>
<context>
    <name>TypeIdentityPage</name>
    <message>
        <source>Ten digits: national ID (1…), residence (2…) or border number (3…)</source>
        <extracomment>Help: which numbers are accepted</extracomment>
        <translation>عشرة أرقام: الهوية الوطنية (تبدأ بـ 1) أو الإقامة (2) أو رقم الحدود (3)</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>Primary button that goes to the next page
----------
Key of the keyboard that goes to the next page</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>What is your ID number?</source>
        <extracomment>Question</extracomment>
        <translation>ما رقم هويتك؟</translation>
    </message>
    <message>
        <source>ID number</source>
        <extracomment>Label of a field</extracomment>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Use my card instead</source>
        <extracomment>Button: sign in with the card instead</extracomment>
        <translation>أستخدم بطاقتي بدلا من ذلك</translation>
    </message>
</context>
<context>
    <name>VerdictPage</name>
    <message>
        <source>Done</source>
        <extracomment>Button: finished</extracomment>
        <translation>تم</translation>
    </message>
    <message>
        <source>Genuine, but expired</source>
        <extracomment>Verdict on a licence</extracomment>
        <translation>صحيحة ولكنها منتهية</translation>
    </message>
    <message>
        <source>Genuine and valid</source>
        <extracomment>Verdict on a licence</extracomment>
        <translation>صحيحة وسارية</translation>
    </message>
    <message>
        <source>The municipality issued this licence, and its time is over.</source>
        <extracomment>What a genuine licence means</extracomment>
        <translation>أصدرت البلدية هذه الرخصة، وانتهت مدتها.</translation>
    </message>
    <message>
        <source>The municipality issued this licence. Compare what stands here with the paper.</source>
        <extracomment>What a genuine licence means</extracomment>
        <translation>أصدرت البلدية هذه الرخصة. قارن ما يظهر هنا بالورقة.</translation>
    </message>
    <message>
        <source>Check another one</source>
        <extracomment>Button: check another licence</extracomment>
        <translation>تحقق من رخصة أخرى</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Reading your card. Leave it where it is.</source>
        <extracomment>While the chip is read</extracomment>
        <translation>نقرأ بطاقتك، اتركها في مكانها.</translation>
    </message>
    <message>
        <source>Asking for your confirmation</source>
        <extracomment>While the identity check is started</extracomment>
        <translation>نطلب تأكيدك</translation>
    </message>
    <message>
        <source>Signing you in</source>
        <extracomment>While the citizen is signed in</extracomment>
        <translation>نسجل دخولك</translation>
    </message>
    <message>
        <source>Sending document %1 of %2</source>
        <extracomment>While a document is sent; %1 of %2</extracomment>
        <translation>نرسل المستند %1 من %2</translation>
    </message>
    <message>
        <source>Sending your request</source>
        <extracomment>While the request is sent</extracomment>
        <translation>نرسل طلبك</translation>
    </message>
    <message>
        <source>Your request was sent, but the answer is late. We are asking what became of it. Please don&apos;t leave yet.</source>
        <extracomment>The answer to a sent request has not come; the terminal asks what became of it</extracomment>
        <translation>أُرسل طلبك وتأخر الرد. نسأل عنه الآن، لا تغادر بعد من فضلك.</translation>
    </message>
    <message>
        <source>Checking the code</source>
        <extracomment>While a printed licence&apos;s code is checked</extracomment>
        <translation>نتحقق من الرمز</translation>
    </message>
    <message>
        <source>Looking it up</source>
        <extracomment>While an inquiry is answered</extracomment>
        <translation>نبحث الآن</translation>
    </message>
    <message>
        <source>One moment</source>
        <extracomment>Title of a page where one waits</extracomment>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Keeping your request safe here</source>
        <extracomment>While a request is written to the terminal&apos;s disk, because there is no network</extracomment>
        <translation>نحفظ طلبك هنا بأمان</translation>
    </message>
    <message>
        <source>Noting your paper&apos;s number</source>
        <extracomment>While it is written down which numbered sheet of paper bears the licence</extracomment>
        <translation>نسجل رقم ورقتك</translation>
    </message>
</context>
<context>
    <name>Wheel</name>
    <message>
        <source>Earlier %1</source>
        <extracomment>Button above a wheel of days, months or years; %1 is which</extracomment>
        <translation>%1: السابق</translation>
    </message>
    <message>
        <source>Later %1</source>
        <extracomment>Button below a wheel of days, months or years; %1 is which</extracomment>
        <translation>%1: التالي</translation>
    </message>
</context>
<context>
    <name>YesNo</name>
    <message>
        <source>Yes</source>
        <extracomment>Answer to a yes-or-no question</extracomment>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>Answer to a yes-or-no question</extracomment>
        <translation>لا</translation>
    </message>
</context>
</TS>
