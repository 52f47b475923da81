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
    <name>FieldFrame</name>
    <message>
        <source>(optional)</source>
        <extracomment>After the label of a field that may be left empty</extracomment>
        <translation>(اختياري)</translation>
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
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <extracomment>Inside an empty search box</extracomment>
        <translation>بحث</translation>
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
