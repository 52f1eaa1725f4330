"""What is said to a message in another language, in that language and in English: Waymark works in English, and 999."""

from __future__ import annotations

from bot.casework.message import Block, Message, Shape
from bot.wording.shaping import answer, text

IN_THEIR_LANGUAGE = {
    "pl": (
        "Waymark działa po angielsku. Jeśli ktoś jest teraz w niebezpieczeństwie, zadzwoń pod numer 999.",
        "Napisz do mnie po angielsku albo poproś kogoś o pomoc w tłumaczeniu.",
    ),
    "ur": (
        "Waymark انگریزی میں کام کرتا ہے۔ اگر کوئی اس وقت خطرے میں ہے تو 999 پر فون کریں۔",
        "براہ کرم مجھے انگریزی میں لکھیں، یا ترجمے کے لیے کسی سے مدد لیں۔",
    ),
    "ur-latn": (
        "Waymark angrezi mein kaam karta hai. Agar koi is waqt khatre mein hai to 999 par phone karein.",
        "Meherbani karke mujhe angrezi mein likhein, ya tarjume ke liye kisi se madad lein.",
    ),
    "cy": (
        "Yn Saesneg y mae Waymark yn gweithio. Os oes rhywun mewn perygl nawr, ffoniwch 999.",
        "Ysgrifennwch ataf yn Saesneg, neu gofynnwch i rywun eich helpu i gyfieithu.",
    ),
    "ro": (
        "Waymark funcționează în limba engleză. Dacă cineva este în pericol acum, sunați la 999.",
        "Scrieți-mi în engleză sau rugați pe cineva să vă ajute cu traducerea.",
    ),
    "bn": (
        "Waymark ইংরেজিতে কাজ করে। কেউ এখন বিপদে থাকলে 999 নম্বরে ফোন করুন।",
        "আমাকে ইংরেজিতে লিখুন, অথবা অনুবাদের জন্য কারও সাহায্য নিন।",
    ),
    "pa": (
        "Waymark ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਕੰਮ ਕਰਦਾ ਹੈ। ਜੇ ਕੋਈ ਇਸ ਵੇਲੇ ਖ਼ਤਰੇ ਵਿੱਚ ਹੈ, ਤਾਂ 999 ਤੇ ਫ਼ੋਨ ਕਰੋ।",
        "ਮੈਨੂੰ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਲਿਖੋ, ਜਾਂ ਅਨੁਵਾਦ ਲਈ ਕਿਸੇ ਦੀ ਮਦਦ ਲਓ।",
    ),
    "ar": (
        "يعمل Waymark باللغة الإنجليزية. إذا كان أحد في خطر الآن، فاتصل بالرقم 999.",
        "اكتب لي بالإنجليزية، أو اطلب من أحد أن يساعدك في الترجمة.",
    ),
    "so": (
        "Waymark wuxuu ku shaqeeyaa Ingiriisi. Haddii qof uu hadda khatar ku jiro, wac 999.",
        "Fadlan Ingiriisi iigu soo qor, ama qof ka codso inuu kuu turjumo.",
    ),
    "uk": (
        "Waymark працює англійською. Якщо хтось зараз у небезпеці, телефонуйте 999.",
        "Напишіть мені англійською або попросіть когось допомогти з перекладом.",
    ),
    "pt": (
        "O Waymark funciona em inglês. Se alguém está em perigo agora, ligue para o 999.",
        "Escreva-me em inglês ou peça a alguém que ajude a traduzir.",
    ),
    "es": (
        "Waymark funciona en inglés. Si alguien está en peligro ahora, llame al 999.",
        "Escríbame en inglés o pida a alguien que le ayude a traducir.",
    ),
    "fr": (
        "Waymark fonctionne en anglais. Si quelqu’un est en danger maintenant, appelez le 999.",
        "Écrivez-moi en anglais ou demandez à quelqu’un de vous aider à traduire.",
    ),
}


def works_in_english(language: str) -> Message:
    """Nothing was taken from the message; 999 whatever it says. Of a language not listed here in English only."""
    own = IN_THEIR_LANGUAGE.get(language)
    return answer(
        *([Block(Shape.TEXT, own, language=language)] if own else []),
        text(
            "Waymark works in English, and I took nothing from that message. If someone is in danger now, call 999.",
            "Please write in English, or ask a colleague or an interpreter to help you.",
        ),
    )
